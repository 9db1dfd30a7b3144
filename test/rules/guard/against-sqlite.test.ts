import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { officePositions } from '../../../db/guard/statement.ts'

const RUNS = 4000
const TABLES = new Set(['"contacts"', '"tasks"', '"deals"'])
const OFFICES = ['ours', 'theirs']

/** Two offices with the same ids in three tables, in the engine that D1 is made of. */
const database = new DatabaseSync(':memory:')
for (const table of TABLES) {
  database.exec(`create table ${table} ("office_id" text, "id" integer)`)
  for (const office of OFFICES)
    for (const id of [0, 1]) database.prepare(`insert into ${table} values (?, ?)`).run(office, id)
}
afterAll(() => database.close())

const table = fc.constantFrom('"contacts"', '"tasks"')
const pin = table.map((name) => `${name}."office_id" = ?`)
const sameOffice = fc.tuple(table, table).map(([one, other]) => `${one}."office_id" = ${other}."office_id"`)
const sameId = fc.tuple(table, table).map(([one, other]) => `${one}."id" = ${other}."id"`)
const fixed = fc.constantFrom('1', '1', '0', '? = ?')

/** Conditions as they may be put together, most of them without brackets, so that the order of operators decides. */
const { condition } = fc.letrec<{ condition: string }>((tie) => {
  const some = tie('condition')
  return {
    condition: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'condition' },
      { arbitrary: pin, weight: 4 },
      { arbitrary: sameOffice, weight: 4 },
      sameId,
      fixed,
      { arbitrary: fc.tuple(some, some).map((both) => both.join(' and ')), weight: 6 },
      fc.tuple(some, some).map((both) => both.join(' or ')),
      { arbitrary: some.map((one) => `(${one})`), weight: 2 },
      some.map((one) => `not ${one}`),
      some.map((one) => `${one} is null`),
      fc.tuple(some, some).map(([one, other]) => `${one} in (${other})`),
      fc.tuple(some, some, some).map(([one, low, high]) => `${one} between ${low} and ${high}`),
      fc.tuple(some, some, some).map(([is, then, other]) => `case when ${is} then ${then} else ${other} end`),
      fc.tuple(table, some).map(([name, where]) => `exists (select 1 from ${name} where ${where})`),
    ),
  }
})
/** Any condition, or one with a term that the guard looks for somewhere in it: else hardly a question would pass. */
const conditionWith = (term: string) => {
  const glue = fc.constantFrom(' and ', ' and ', ' and ', ' or ')
  const parts = fc.tuple(fc.option(condition), glue, glue, fc.option(condition))
  const around = parts.map(([before, one, other, after]) =>
    [before ? before + one : '', term, after ? other + after : ''].join(''),
  )
  return fc.oneof(condition, { arbitrary: around, weight: 4 })
}
const join = fc.tuple(
  fc.constantFrom('inner', 'left'),
  fc.oneof(conditionWith('"tasks"."office_id" = "contacts"."office_id"'), conditionWith('"tasks"."office_id" = ?')),
)
const within = conditionWith('"deals"."office_id" = ?').map(
  (where) => `(select "deals"."office_id" from "deals" where ${where} limit 1)`,
)

const question = fc
  .tuple(join, conditionWith('"contacts"."office_id" = ?'), fc.option(within))
  .map(([[kind, on], where, within]) => {
    const columns = ['"contacts"."office_id" as "a"', '"tasks"."office_id" as "b"', within ?? '0']
    return `select ${columns.join(', ')} from "contacts" ${kind} join "tasks" on ${on} where ${where}`
  })

const positionsIn = (sql: string) => {
  try {
    return officePositions(sql, TABLES)
  } catch {
    return null
  }
}

/** The rows, or null where SQLite does not understand the question. */
const rowsOf = (sql: string, values: string[]) => {
  try {
    return database.prepare(sql).all(...values)
  } catch {
    return null
  }
}

describe('the guard', () => {
  it('lets no question through that SQLite answers with another office’s row', () => {
    let answered = 0
    fc.assert(
      fc.property(question, fc.infiniteStream(fc.constantFrom(...OFFICES)), (sql, offices) => {
        const positions = positionsIn(sql)
        if (!positions) return
        const count = sql.split('?').length - 1
        // The guard looks at some of the values only; the others may be anything.
        const values = [...offices.take(count)].map((office, n) => (positions.includes(n) ? 'ours' : office))
        const rows = rowsOf(sql, values) ?? []
        answered += rows.length > 0 ? 1 : 0
        expect(JSON.stringify(rows)).not.toContain('theirs')
      }),
      { numRuns: RUNS },
    )
    expect(answered).toBeGreaterThan(RUNS / 100)
  })
})
