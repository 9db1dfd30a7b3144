import { oneLine, shorten } from '../../../../kernel/text.ts'
import { displayName } from '../entities/people.ts'
import { type Facts, type Matter, named } from './matter.ts'
import { isSigned } from './whose-address.ts'

const NAME_CHARS = 80
const FIRST_NAME_CHARS = 30
const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|rev|sir|herr|frau)\.?$/i
const COMPANY = /\b(?:ltd|limited|llc|llp|inc|corp|gmbh|ag|plc|team|office|support|info|reception|sales|accounts?)\b/i

/** The words as a name, first name first; null where they can be nobody's: an address, a number, or nothing. */
function nameIn(words: string): string | null {
  const name = oneLine(displayName(words) ?? '')
  return /\p{L}{2}/u.test(name) && !/[@\d:/<>]/.test(name) ? shorten(name, NAME_CHARS) : null
}

/** The name that a mail program showed; null where it showed none. */
export const shownName = ({ fromName }: Facts): string | null => nameIn(fromName)

/** The name the office has for the contact; null where so far only an address stands for one. */
export const knownName = ({ contactName }: Facts): string | null => nameIn(contactName ?? '')

/** The full name that stands below the farewell; null where none does. */
export function signedName(matter: Matter): string | null {
  const isFull = (name: string) => name.includes(' ')
  const signed = named(matter, 'person').find((one) => isFull(one.value) && isSigned(one, matter.understanding))
  return nameIn(signed?.value ?? '')
}

const bestName = (matter: Matter) => knownName(matter.facts) ?? shownName(matter.facts) ?? signedName(matter)

/** How to call the sender in a title: by the best name there is, else by the address. */
export const senderName = (matter: Matter): string =>
  bestName(matter) ?? (shorten(oneLine(matter.facts.fromAddress), NAME_CHARS) || 'an unknown sender')

/** How to address the sender in a reply; null where the name is a company's or not fit to be written back. */
export function firstName(matter: Matter): string | null {
  const name = bestName(matter)
  if (name === null || COMPANY.test(name)) return null
  const [first = '', ...more] = name.split(' ')
  const called = TITLE.test(first) ? `${first} ${more.at(-1) ?? ''}`.trim() : first
  return /^\p{L}[\p{L}\p{M}'’. -]*$/u.test(called) && called.length <= FIRST_NAME_CHARS ? called : null
}
