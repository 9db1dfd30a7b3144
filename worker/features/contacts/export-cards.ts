import type { z } from 'zod'
import { companiesOnCards, placesOf } from '../../../db/queries/contact-cards.ts'
import type { OfficeCtx } from '../../context.ts'
import { writeCard } from '../imports/rules/vcard/write-card.ts'
import { streamOf } from './export-contacts.ts'
import type { CountTable, TableRow } from './input.ts'
import { queryOf } from './read-table.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'office' | 'now'>
type Rows = z.infer<typeof TableRow>[]

/** The contacts of a view as cards for an address book (vCard 3.0), in the order of the list. */
export async function exportCards(
  needs: Needs,
  asked: z.infer<typeof CountTable>,
): Promise<ReadableStream<Uint8Array>> {
  return streamOf(needs, await queryOf(needs, asked), { start: '', page: (rows) => cardsOf(needs, rows) })
}

async function cardsOf({ db, officeId }: Needs, rows: Rows): Promise<string> {
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
