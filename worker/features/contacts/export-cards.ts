import { companiesOf, pageOfCards } from '../../../db/queries/contact-cards.ts'
import type { ContactKey } from '../../../db/queries/contact-list.ts'
import { tagsOnAll } from '../../../db/queries/tags.ts'
import type { OfficeCtx } from '../../context.ts'
import { writeCard } from '../imports/rules/vcard/write-card.ts'

const CONTACTS_AT_ONCE = 500

type Needs = Pick<OfficeCtx, 'db' | 'officeId'>

/** All living contacts by name as cards for an address book, page by page. */
export function exportCards(needs: Needs): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let after: ContactKey | null = null
  return new ReadableStream({
    async pull(stream) {
      const { cards, last } = await cardsAfter(needs, after)
      if (cards !== '') stream.enqueue(encoder.encode(cards))
      if (last === null) stream.close()
      after = last
    },
  })
}

async function cardsAfter({ db, officeId }: Needs, after: ContactKey | null) {
  const people = await pageOfCards(db, officeId, after, CONTACTS_AT_ONCE)
  const ids = people.map(({ id }) => id)
  const [tags, companies] = await Promise.all([tagsOnAll(db, officeId, 'contact', ids), companiesOf(db, officeId, ids)])
  const cards = people.map(({ id, name, birthday, addresses }) => {
    const typed = (kind: string) => addresses.filter((each) => each.kind === kind).map(({ asTyped }) => asTyped)
    return writeCard({
      ...{ id, name, birthday, emails: typed('email'), phones: typed('phone') },
      places: addresses.map(({ parts }) => parts).filter((parts) => parts !== null),
      companies: companies.filter(({ contactId }) => contactId === id),
      tags: tags.filter(({ recordId }) => recordId === id).map((tag) => tag.name),
    })
  })
  const end = people.at(-1)
  const isFull = people.length === CONTACTS_AT_ONCE
  return { cards: cards.join(''), last: isFull && end ? { nameKey: end.nameKey, id: end.id } : null }
}
