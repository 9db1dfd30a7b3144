import { Temporal } from 'temporal-polyfill/implementation'
import type { z } from 'zod'
import { companiesOfAll, countTable, pageOfTable, type TableQuery } from '../../../db/queries/contact-table.ts'
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
  const { db, officeId } = needs
  const query = await queryOf(needs, input)
  const found = await pageOfTable(db, officeId, query, { after: input.cursor ?? null, limit: PAGE_SIZE + 1 })
  const page = found.slice(0, PAGE_SIZE)
  const ids = page.map(({ id }) => id)
  const [addresses, tags, companies] = await Promise.all([
    addressesOf(db, officeId, ids),
    tagsOnAll(db, officeId, 'contact', ids),
    companiesOfAll(db, officeId, ids),
  ])
  const last = page.at(-1)
  const rows = page.map(({ key, ...row }) => ({
    ...row,
    addresses: addresses.filter(({ contactId }) => contactId === row.id),
    tags: tags.filter(({ recordId }) => recordId === row.id).map(({ name }) => name),
    companies: companies.filter(({ contactId }) => contactId === row.id),
  }))
  return { rows, next: found.length > PAGE_SIZE && last ? { key: last.key, id: last.id } : null }
}

export async function countRows(needs: Needs, input: z.infer<typeof CountTable>): Promise<number> {
  return countTable(needs.db, needs.officeId, await queryOf(needs, input))
}

async function queryOf(needs: Needs, { text, view }: z.infer<typeof CountTable>): Promise<TableQuery> {
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
