import { getTableName } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { officeTables } from '../schema/index.ts'
import { UnguardedQuery } from './pieces.ts'
import { officePositions } from './statement.ts'

const TABLES = new Set(Object.values(officeTables).map((table) => `"${getTableName(table)}"`))

/** More texts than the product has; a text that changes with its values must not fill the memory. */
const MOST_PLANS = 1000
const plans = new Map<string, number[]>()

function planOf(sql: string): number[] {
  const known = plans.get(sql)
  if (known) return known
  const plan = officePositions(sql, TABLES)
  if (plans.size === MOST_PLANS) plans.clear()
  plans.set(sql, plan)
  return plan
}

/**
 * A database in which only the rows of one office can be seen or touched: every statement is read before it runs, and
 * one that does not hold each of its tables to the office is thrown back. It can prepare and batch, and nothing else.
 */
export function guarded(database: D1Database, officeId: OfficeId): D1Database {
  const checked = new WeakSet<D1PreparedStatement>()

  function prepare(sql: string) {
    const positions = planOf(sql)
    const bind = (...values: unknown[]) => {
      if (positions.some((position) => values[position] !== officeId))
        throw new UnguardedQuery('it was asked for another office')
      const bound = database.prepare(sql).bind(...values)
      checked.add(bound)
      return bound
    }
    return { bind }
  }

  function batch(statements: D1PreparedStatement[]) {
    if (!statements.every((statement) => checked.has(statement))) throw new UnguardedQuery('it was prepared elsewhere')
    return database.batch(statements)
  }

  const allowed = { prepare, batch }
  return new Proxy(database, { get: (_, name) => Reflect.get(allowed, name) })
}
