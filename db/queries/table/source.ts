import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import type { Column } from '../../../worker/features/views/rules/columns.ts'
import type { Condition, Filter, Listed, Sort } from '../../../worker/features/views/rules/view.ts'
import type { OfficeId } from '../../../worker/kernel/ids.ts'
import type { companies } from '../../schema/companies.ts'
import type { contacts } from '../../schema/contacts.ts'
import type { deals } from '../../schema/deals.ts'
import type { Db } from '../../schema/index.ts'
import type { tasks } from '../../schema/tasks.ts'

/** What days are compared with: today in the office's zone, and a day so many after it; and when such a day begins. */
export type Clock = { now: Date; dayAfter: (days: number) => string; startOf: (day: string) => Date | null }

/** What a list asks of the database. `currency` is the office's, in which amounts are typed. */
export type TableQuery = {
  text: string
  filter: Filter
  sort: Sort | null
  columns: readonly Column[]
  clock: Clock
  currency: string
}

/** Who asks, and against what conditions are read. */
export type Asked = { db: Db; officeId: OfficeId; clock: Clock; columns: readonly Column[]; currency: string }
/** A condition on one column in SQL, or nothing where it asks for nothing. */
export type Where = (asked: Asked, condition: Condition) => SQL | undefined

/** By what rows are sorted: how its values are read, bound, and whether a row can be without one. */
export type SortKey = {
  value: SQL
  isNeverEmpty: boolean
  bound: (key: string | number) => SQL | string | number
}

/** A kind of record as a table: each kind gives its columns, and everything else is the same for all. */
export type Source = {
  record: Listed
  table: typeof contacts | typeof companies | typeof deals | typeof tasks
  /** The rows of the office that do not lie in the trash. */
  living: (officeId: OfficeId) => SQL | undefined
  /** The rows that what was typed into the search field means. */
  matches: (db: Db, officeId: OfficeId, text: string) => SQL | undefined
  /** The order where no other is asked for: by the folded name. */
  first: SortKey
  columns: Readonly<Record<string, { where: Where; sort?: SortKey }>>
}

const asItIs = (key: string | number) => key

/** Rows in the order of a value as the database compares it. */
export const sortBy = (value: SQL, isNeverEmpty = false): SortKey => ({ value, isNeverEmpty, bound: asItIs })

/** Rows in the order of an instant, which is bound through its column: that knows how its database writes it. */
export const sortByInstant = (column: AnyColumn, isNeverEmpty = false): SortKey => ({
  value: sql`${column}`.mapWith(column),
  isNeverEmpty,
  bound: (key) => sql`${sql.param(new Date(key), column)}`,
})
