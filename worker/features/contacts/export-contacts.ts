import { type ContactKey, pageOfContacts } from '../../../db/queries/contact-list.ts'
import { tagsOnAll } from '../../../db/queries/tags.ts'
import type { OfficeCtx } from '../../context.ts'
import { csvLine } from '../../kernel/csv.ts'
import { dayIn } from '../../kernel/time.ts'

const CONTACTS_AT_ONCE = 500
const HEADINGS = ['Name', 'Email', 'More emails', 'Phone', 'More phones', 'Tags', 'In the list since']
/** Without it a spreadsheet reads the file in the code page of its machine. */
const BYTE_ORDER_MARK = '\ufeff'

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'office'>

/** All living contacts by name as comma-separated values, page by page, so that however many are never in memory at once. */
export function exportContacts(needs: Needs): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let after: ContactKey | null = null
  return new ReadableStream({
    start: (stream) => stream.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLine(HEADINGS))),
    async pull(stream) {
      const { lines, last } = await linesAfter(needs, after)
      if (lines !== '') stream.enqueue(encoder.encode(lines))
      if (last === null) stream.close()
      after = last
    },
  })
}

/** The lines of the next contacts; `last` is where the page after them begins, null where there is none. */
async function linesAfter({ db, officeId, office }: Needs, after: ContactKey | null) {
  const people = await pageOfContacts(db, officeId, { text: '', after, limit: CONTACTS_AT_ONCE })
  const tags = await tagsOnAll(
    db,
    officeId,
    'contact',
    people.map(({ id }) => id),
  )
  const lines = people.map(({ id, name, addresses, createdAt }) => {
    const of = (kind: 'email' | 'phone') => addresses.filter((each) => each.kind === kind).map(({ asTyped }) => asTyped)
    const [[email = '', ...emails], [phone = '', ...phones]] = [of('email'), of('phone')]
    const named = tags.filter(({ recordId }) => recordId === id).map((tag) => tag.name)
    const since = dayIn(office.timeZone, createdAt)
    return csvLine([name, email, emails.join('; '), phone, phones.join('; '), named.join('; '), since])
  })
  const end = people.at(-1)
  const isFull = people.length === CONTACTS_AT_ONCE
  return { lines: lines.join(''), last: isFull && end ? { nameKey: end.nameKey, id: end.id } : null }
}
