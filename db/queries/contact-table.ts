import { and, asc, count, desc, eq, gt, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { isOneOf, numberIn, textIn } from '#dialect'
import type { Column } from '../../worker/features/views/rules/columns.ts'
import type { Filter, Sort } from '../../worker/features/views/rules/view.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { companies } from '../schema/companies.ts'
import { contactCompanies, contacts } from '../schema/contacts.ts'
import type { Db } from '../schema/index.ts'
import { type Clock, matching } from './contact-filter.ts'
import { textMatches } from './contact-list.ts'
import { isLiving } from './contacts.ts'

export type TableQuery = {
  text: string
  filter: Filter
  sort: Sort | null
  columns: readonly Column[]
  clock: Clock
}
/** Where a page begins: after the row that holds `key`, which is null among the rows that hold nothing to sort by. */
export type TableKey = { key: string | number | null; id: string }

const shown = {
  ...{ id: contacts.id, name: contacts.name, nameKey: contacts.nameKey, createdAt: contacts.createdAt },
  ...{ birthday: contacts.birthday, ownerId: contacts.ownerId, lastContactAt: contacts.lastContactAt },
  fields: contacts.fields,
}

/**
 * A page of living contacts in the order of any column, keyset style: first those that hold something there, then those
 * that hold nothing. So both databases answer alike, and an index on the column is enough.
 */
export async function pageOfTable(
  db: Db,
  officeId: OfficeId,
  query: TableQuery,
  { after, limit }: { after: TableKey | null; limit: number },
) {
  const key = sortKey(query)
  const descending = query.sort?.descending ?? false
  const read = (among: SQL | undefined, order: SQL, rows: number) =>
    db
      .select({ ...shown, key: key.value })
      .from(contacts)
      .where(and(conditionOf(db, officeId, query), among))
      .orderBy(order, descending ? desc(contacts.id) : asc(contacts.id))
      .limit(rows)
  const beyond = descending ? lt : gt
  const afterIt = (value: SQL, other: SQL | string | number) => beyond(value, other)
  const valued =
    after?.key === null
      ? []
      : await read(
          and(
            isNotNull(key.value),
            after
              ? or(
                  afterIt(key.value, key.bound(after.key)),
                  and(eq(key.value, key.bound(after.key)), afterIt(sql`${contacts.id}`, after.id)),
                )
              : undefined,
          ),
          descending ? desc(key.value) : asc(key.value),
          limit,
        )
  if (valued.length === limit || key.isNeverEmpty) return valued.map(withKey)
  // Those that hold nothing stand in one order, whichever way the others are sorted.
  const isAfter = after && after.key === null ? gt(contacts.id, after.id) : undefined
  const empty = await read(
    and(isNull(key.value), isAfter),
    asc(sql`coalesce(${contacts.id}, '')`),
    limit - valued.length,
  )
  return [...valued, ...empty].map(withKey)
}

/** How many contacts the query finds. */
export async function countTable(db: Db, officeId: OfficeId, query: TableQuery): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(contacts)
    .where(conditionOf(db, officeId, query))
  return row?.count ?? 0
}

const conditionOf = (db: Db, officeId: OfficeId, { text, filter, columns, clock }: TableQuery) =>
  and(
    isLiving(officeId),
    text ? textMatches(db, officeId, text) : undefined,
    matching({ db, officeId, columns, clock }, filter),
  )

type SortKey = { value: SQL; isNeverEmpty: boolean; bound: (key: string | number) => SQL | string | number }
const asItIs = (key: string | number) => key

function sortKey({ sort, columns }: TableQuery): SortKey {
  const column = columns.find(({ id }) => id === sort?.column)
  if (!column || column.id === 'name') return { value: sql`${contacts.nameKey}`, isNeverEmpty: true, bound: asItIs }
  if (column.id === 'birthday') return { value: sql`${contacts.birthday}`, isNeverEmpty: false, bound: asItIs }
  if (column.id === 'createdAt' || column.id === 'lastContactAt') {
    const instant = contacts[column.id]
    // An instant is bound through its column, which knows how its database writes it.
    const bound = (key: string | number) => sql`${sql.param(new Date(key), instant)}`
    return { value: sql`${instant}`.mapWith(instant), isNeverEmpty: column.id === 'createdAt', bound }
  }
  const name = column.id.slice(column.id.indexOf(':') + 1)
  const isNumber = column.kind === 'number' || column.kind === 'money'
  return {
    value: isNumber ? numberIn(contacts.fields, name) : textIn(contacts.fields, name),
    isNeverEmpty: false,
    bound: asItIs,
  }
}

const withKey = <Row extends { key: unknown }>({ key, ...row }: Row) => ({
  ...row,
  key: key instanceof Date ? key.getTime() : typeof key === 'string' || typeof key === 'number' ? key : null,
})

/** The companies of many people, where they are now. */
export async function companiesOfAll(db: Db, officeId: OfficeId, contactIds: string[]) {
  return db
    .select({ contactId: contactCompanies.contactId, id: companies.id, name: companies.name })
    .from(contactCompanies)
    .innerJoin(companies, and(eq(companies.officeId, officeId), eq(companies.id, contactCompanies.companyId)))
    .where(
      and(
        eq(contactCompanies.officeId, officeId),
        eq(contactCompanies.hasEnded, false),
        isNull(companies.archivedAt),
        isOneOf(contactCompanies.contactId, contactIds),
      ),
    )
    .orderBy(asc(companies.nameKey))
}
