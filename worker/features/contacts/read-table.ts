import { Temporal } from 'temporal-polyfill/implementation'
import type { z } from 'zod'
import {
  companiesOfAll,
  countTable,
  pageOfTable,
  type TableKey,
  type TableQuery,
} from '../../../db/queries/contact-table.ts'
import { addressesOf } from '../../../db/queries/contacts.ts'
import { fieldsOf } from '../../../db/queries/fields.ts'
import { tagsOnAll } from '../../../db/queries/tags.ts'
import type { OfficeCtx } from '../../context.ts'
import { dayIn } from '../../kernel/time.ts'
import { columnsWith, soundView } from '../views/rules/columns.ts'
import { type CountTable, PAGE_SIZE, type ReadTable, type TablePage } from './input.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'office' | 'now'>

/** A page of contacts as the view wants them. What the view asks of fields that are gone is left out. */
export async function readTable(needs: Needs, input: z.infer<typeof ReadTable>): Promise<z.infer<typeof TablePage>> {
  return pageOf(needs, await queryOf(needs, input), { after: input.cursor ?? null, size: PAGE_SIZE })
}

export async function countRows(needs: Needs, input: z.infer<typeof CountTable>): Promise<number> {
  return countTable(needs.db, needs.officeId, await queryOf(needs, input))
}

/** Some contacts of a query, each with its addresses, tags and companies; `next` is null where they end. */
export async function pageOf(
  { db, officeId }: Pick<Needs, 'db' | 'officeId'>,
  query: TableQuery,
  { after, size }: { after: TableKey | null; size: number },
): Promise<z.infer<typeof TablePage>> {
  const found = await pageOfTable(db, officeId, query, { after, limit: size + 1 })
  const page = found.slice(0, size)
  const ids = page.map(({ id }) => id)
  const [addresses, tags, companies] = await Promise.all([
    addressesOf(db, officeId, ids),
    tagsOnAll(db, officeId, 'contact', ids),
    companiesOfAll(db, officeId, ids),
  ])
  const [theirAddresses, theirTags] = [
    Map.groupBy(addresses, (each) => each.contactId),
    Map.groupBy(tags, (each) => each.recordId),
  ]
  const theirCompanies = Map.groupBy(companies, (each) => each.contactId)
  const rows = page.map(({ key, ...row }) => ({
    ...row,
    addresses: theirAddresses.get(row.id) ?? [],
    tags: (theirTags.get(row.id) ?? []).map(({ name }) => name),
    companies: theirCompanies.get(row.id) ?? [],
  }))
  const last = page.at(-1)
  return { rows, next: found.length > size && last ? { key: last.key, id: last.id } : null }
}

/** What a view asks of the database. */
export async function queryOf(needs: Needs, { text, view }: z.infer<typeof CountTable>): Promise<TableQuery> {
  const { db, officeId, office, now } = needs
  const columns = columnsWith(await fieldsOf(db, officeId, 'contact'))
  const { filter, sort } = soundView(view, columns)
  const today = Temporal.PlainDate.from(dayIn(office.timeZone, now()))
  const clock = {
    now: now(),
    dayAfter: (days: number) => today.add({ days }).toString(),
    startOf: (day: string) => startOf(day, office.timeZone),
  }
  return { text, filter, sort, columns, clock }
}

/** When a calendar day begins in a zone, or null where what was typed is no day. */
function startOf(day: string, timeZone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  try {
    return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
