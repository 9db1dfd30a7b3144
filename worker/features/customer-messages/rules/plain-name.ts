import { oneLine, shorten } from '../../../kernel/text.ts'

const LONGEST = 60
/** What a mail program would turn into a link: nobody is called so, and anybody could have us send it to a stranger. */
const LINK_LIKE = /:\/\/|@|\/|\bwww\.|[\p{L}\p{N}-]\.[\p{L}]{2,}/iu

/** How somebody is greeted. A name is written by whoever books, so one that holds an address is not repeated. */
export function plainName(name: string): string {
  const written = oneLine(name)
  return written === '' || LINK_LIKE.test(written) ? 'there' : shorten(written, LONGEST)
}
