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
  const prepare = (sql: string) => {
    const positions = planOf(sql)
    return {
      bind(...values: unknown[]) {
        for (const position of positions)
          if (values[position] !== officeId) throw new UnguardedQuery('it was asked for another office')
        return database.prepare(sql).bind(...values)
      },
    }
  }
  // Its statements come from `prepare`: whoever holds another one holds another database already.
  const batch = (statements: D1PreparedStatement[]) => database.batch(statements)
  const allowed = { prepare, batch }
  return new Proxy(database, { get: (_, name) => Reflect.get(allowed, name) })
}
