import type { z } from 'zod'
import { companiesOnCards, placesOf } from '../../../db/queries/contact-cards.ts'
import { writeCard } from '../imports/rules/vcard/write-card.ts'
import type { CountList } from '../views/input.ts'
import { listStream } from '../views/list-stream.ts'
import { type ListNeeds, queryOf, SOURCES } from '../views/read-list.ts'
import type { TableRow } from './input.ts'
import { rowsOfContacts } from './table-rows.ts'

type Rows = z.infer<typeof TableRow>[]

/** The contacts of a view as cards for an address book (vCard 3.0), in the order of the list. */
export async function exportCards(
  needs: ListNeeds,
  asked: z.infer<typeof CountList>,
): Promise<ReadableStream<Uint8Array>> {
  const listed = { source: SOURCES.contact, rowsOf: rowsOfContacts, query: await queryOf(needs, 'contact', asked) }
  return listStream(needs, listed, { start: '', page: (rows) => cardsOf(needs, rows) })
}

async function cardsOf({ db, officeId }: ListNeeds, rows: Rows): Promise<string> {
  const ids = rows.map(({ id }) => id)
  const [places, companies] = await Promise.all([placesOf(db, officeId, ids), companiesOnCards(db, officeId, ids)])
  const theirPlaces = Map.groupBy(places, ({ contactId }) => contactId)
  const theirCompanies = Map.groupBy(companies, ({ contactId }) => contactId)
  const cards = rows.map(({ id, name, birthday, addresses, tags }) => {
    const typed = (kind: string) => addresses.filter((each) => each.kind === kind).map(({ asTyped }) => asTyped)
    return writeCard({
      ...{ id, name, birthday, tags, emails: typed('email'), phones: typed('phone') },
      places: (theirPlaces.get(id) ?? []).map(({ parts }) => parts).filter((parts) => parts !== null),
      companies: theirCompanies.get(id) ?? [],
    })
  })
  return cards.join('')
}
