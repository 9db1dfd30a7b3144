import { and, asc, count, desc, eq, gt, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { numberIn, textIn } from '#dialect'
import type { Condition } from '../../../worker/features/views/rules/view.ts'
import { FIELD_PREFIX } from '../../../worker/kernel/columns.ts'
import type { OfficeId } from '../../../worker/kernel/ids.ts'
import type { Db } from '../../schema/index.ts'
import { byField } from './compare.ts'
import { type Asked, type SortKey, type Source, sortBy, type TableQuery } from './source.ts'

/** Where a page begins: after the row that holds `key`, which is null among the rows that hold nothing to sort by. */
export type TableKey = { key: string | number | null; id: string }

/**
 * The keys of a page of living records in the order of any column, keyset style: first those that hold something there,
 * then those that hold nothing. So both databases answer alike, and an index on the column is enough.
 */
export async function pageOfTable(
  db: Db,
  officeId: OfficeId,
  source: Source,
  query: TableQuery,
  { after, limit }: { after: TableKey | null; limit: number },
): Promise<TableKey[]> {
  const { id } = source.table
  const key = sortKey(source, query)
  const descending = query.sort?.descending ?? false
  const read = async (among: SQL | undefined, order: SQL, rows: number) =>
    db
      .select({ id: sql<string>`${id}`, key: key.value })
      .from(source.table)
      .where(and(conditionOf(db, officeId, source, query), among))
      .orderBy(order, descending ? desc(id) : asc(id))
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
                  and(eq(key.value, key.bound(after.key)), afterIt(sql`${id}`, after.id)),
                )
              : undefined,
          ),
          descending ? desc(key.value) : asc(key.value),
          limit,
        )
  if (valued.length === limit || key.isNeverEmpty) return valued.map(withKey)
  // Those that hold nothing stand in one order, whichever way the others are sorted.
  const isAfter = after && after.key === null ? gt(sql`${id}`, after.id) : undefined
  const empty = await read(and(isNull(key.value), isAfter), asc(sql`coalesce(${id}, '')`), limit - valued.length)
  return [...valued, ...empty].map(withKey)
}

/** How many records the query finds. */
export async function countTable(db: Db, officeId: OfficeId, source: Source, query: TableQuery): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(source.table)
    .where(conditionOf(db, officeId, source, query))
  return row?.count ?? 0
}

/**
 * The ids of records that the query finds, in their order, which a change of the records does not turn: a long change
 * goes through them piece by piece. What was made after `until` is not among them.
 */
export async function idsOfTable(
  db: Db,
  officeId: OfficeId,
  source: Source,
  query: TableQuery,
  { after, until, limit }: { after: string | null; until: Date; limit: number },
): Promise<string[]> {
  const { id, createdAt } = source.table
  const rows = await db
    .select({ id: sql<string>`${id}` })
    .from(source.table)
    .where(
      and(
        conditionOf(db, officeId, source, query),
        lte(sql`${createdAt}`, sql`${sql.param(until, createdAt)}`),
        after === null ? undefined : gt(sql`${id}`, after),
      ),
    )
    .orderBy(asc(id))
    .limit(limit)
  return rows.map((row) => row.id)
}

function conditionOf(db: Db, officeId: OfficeId, source: Source, query: TableQuery): SQL | undefined {
  const { text, columns, clock, currency } = query
  return and(
    source.living(officeId),
    text ? source.matches(db, officeId, text) : undefined,
    matching({ db, officeId, columns, clock, currency }, source, query),
  )
}

/** The condition of a filter whose conditions are complete, or nothing where it asks for nothing. */
function matching(asked: Asked, source: Source, { filter: { match, groups } }: TableQuery): SQL | undefined {
  const joinedBy = (how: 'all' | 'any', parts: (SQL | undefined)[]) => (how === 'all' ? and(...parts) : or(...parts))
  return joinedBy(
    match,
    groups.map((group) =>
      joinedBy(
        group.match,
        group.conditions.map((each) => whereOf(asked, source, each)),
      ),
    ),
  )
}

function whereOf(asked: Asked, source: Source, condition: Condition): SQL | undefined {
  const { column } = condition
  const where = column.startsWith(FIELD_PREFIX) ? byField(source.table.fields) : source.columns[column]?.where
  return where?.(asked, condition)
}

function sortKey(source: Source, { sort, columns }: TableQuery): SortKey {
  const column = columns.find(({ id }) => id === sort?.column)
  if (!column?.id.startsWith(FIELD_PREFIX)) return (column && source.columns[column.id]?.sort) ?? source.first
  const name = column.id.slice(FIELD_PREFIX.length)
  const isNumber = column.kind === 'number' || column.kind === 'money'
  return sortBy(isNumber ? numberIn(source.table.fields, name) : textIn(source.table.fields, name))
}

const withKey = ({ id, key }: { id: string; key: unknown }): TableKey => ({
  id,
  key: key instanceof Date ? key.getTime() : typeof key === 'string' || typeof key === 'number' ? key : null,
})
