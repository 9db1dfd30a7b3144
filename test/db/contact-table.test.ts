import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import { countTable, pageOfTable, type TableKey, type TableQuery } from '../../db/queries/contact-table.ts'
import { insertContact, touchContact } from '../../db/queries/contacts.ts'
import { columnsWith } from '../../worker/features/views/rules/columns.ts'
import type { Condition } from '../../worker/features/views/rules/view.ts'
import { at, contact, ours, theirs } from './rows.ts'
import { run, testDatabase, writeInBoth } from './two-offices.ts'

const FIELDS = [
  { id: 'n', label: 'Visits', kind: 'number' as const, options: [] },
  { id: 't', label: 'Street', kind: 'text' as const, options: [] },
  { id: 'y', label: 'Private', kind: 'flag' as const, options: [] },
  { id: 'd', label: 'Recall', kind: 'date' as const, options: [] },
]
const PEOPLE = Array.from({ length: 23 }, (_, number) => ({
  id: `c${number}`,
  name: `${['Ann', 'Ben', 'Cem', 'Dag'][number % 4]} ${number % 5}`,
  birthday: number % 3 === 0 ? `19${60 + number}-0${1 + (number % 9)}-11` : null,
  createdAt: at(number % 7),
  fields: {
    ...(number % 2 === 0 ? { n: (number * 37) % 110 } : {}),
    ...(number % 4 === 1 ? { t: `Elm ${number % 3}` } : {}),
    ...(number % 5 === 0 ? { y: number % 2 === 0 } : {}),
    ...(number % 6 === 0 ? { d: `2026-03-0${1 + (number % 4)}` } : {}),
  },
}))

const database = testDatabase(async (db) => {
  await writeInBoth(db, (db, officeId) =>
    PEOPLE.map(({ id, ...more }) => insertContact(db, contact(officeId, id, more))),
  )
  await run(...PEOPLE.slice(0, 9).map(({ id }, number) => touchContact(db, ours, id, at(50 - number))))
})

const clock = {
  now: at(60),
  dayAfter: (days: number) => `2026-03-0${Math.min(9, 1 + Math.max(0, days))}`,
  startOf: (day: string) => new Date(`${day}T00:00:00Z`),
}
const query = (more: Partial<TableQuery> = {}): TableQuery => ({
  ...{ text: '', filter: { match: 'all', groups: [] }, sort: null, columns: columnsWith(FIELDS), clock },
  ...more,
})
const withOne = (column: string, operator: Condition['operator'], ...values: string[]) =>
  query({ filter: { match: 'all', groups: [{ match: 'all', conditions: [{ column, operator, values }] }] } })

async function everyPage(asked: TableQuery, limit: number, officeId = ours) {
  const rows: Awaited<ReturnType<typeof pageOfTable>> = []
  let after: TableKey | null = null
  for (let page = 0; page < 60; page++) {
    const found: typeof rows = await pageOfTable(database.db, officeId, asked, { after, limit })
    rows.push(...found)
    const last = found.at(-1)
    if (found.length < limit || !last) return rows
    after = { key: last.key, id: last.id }
  }
  throw new Error('The pages do not end.')
}

describe(`the table of contacts on ${dialect}`, () => {
  it('shows every contact once, in order, what is empty last, however long its pages are', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom('name', 'birthday', 'createdAt', 'lastContactAt', 'field:n', 'field:t', 'field:d'),
        fc.boolean(),
        fc.integer({ min: 1, max: 30 }),
        async (column, descending, limit) => {
          const rows = await everyPage(query({ sort: { column, descending } }), limit)
          expect(new Set(rows.map(({ id }) => id)).size).toBe(PEOPLE.length)
          expect(rows).toHaveLength(PEOPLE.length)
          const keys = rows.map(({ key }) => key)
          const valued = keys.filter((key) => key !== null)
          expect(keys.slice(0, valued.length)).toEqual(valued)
          const sign = descending ? -1 : 1
          for (const [index, key] of valued.slice(1).entries())
            expect(valued[index]! <= key === (sign === 1) || valued[index] === key).toBe(true)
        },
      ),
      { numRuns: 40 },
    ))

  it.each([
    [withOne('field:n', 'more', '50'), (fields: Record<string, unknown>) => Number(fields.n) > 50],
    [withOne('field:n', 'less', '9'), (fields: Record<string, unknown>) => Number(fields.n) < 9],
    [withOne('field:n', 'is', '0'), (fields: Record<string, unknown>) => fields.n === 0],
    [withOne('field:n', 'is_empty'), (fields: Record<string, unknown>) => fields.n === undefined],
    [withOne('field:y', 'is', 'yes'), (fields: Record<string, unknown>) => fields.y === true],
    [withOne('field:y', 'is', 'no'), (fields: Record<string, unknown>) => fields.y !== true],
    [withOne('field:t', 'contains', 'LM 1'), (fields: Record<string, unknown>) => fields.t === 'Elm 1'],
    [withOne('field:t', 'starts_with', 'elm'), (fields: Record<string, unknown>) => fields.t !== undefined],
    [withOne('field:t', 'is', 'ELM 2'), (fields: Record<string, unknown>) => fields.t === 'Elm 2'],
    [withOne('field:t', 'contains', '%'), () => false],
    [withOne('field:d', 'in_next_days', '1'), (fields: Record<string, unknown>) => String(fields.d) <= '2026-03-02'],
  ])('finds by own fields just whom it should (%#)', async (asked, isMeant) => {
    const rows = await everyPage(asked, 5)
    const meant = PEOPLE.filter(({ fields }) => isMeant(fields)).map(({ id }) => id)
    expect(rows.map(({ id }) => id).sort()).toEqual(meant.sort())
    expect(await countTable(database.db, ours, asked)).toBe(meant.length)
  })

  it('knows nothing of when another office last heard of somebody', async () => {
    const sort = { column: 'lastContactAt', descending: true }
    expect((await everyPage(query({ sort }), 50)).filter(({ key }) => key !== null)).toHaveLength(9)
    expect((await everyPage(query({ sort }), 50, theirs)).filter(({ key }) => key !== null)).toHaveLength(0)
  })

  it('does not set back when somebody was last heard of', async () => {
    await run(touchContact(database.db, ours, 'c0', at(10)))
    const rows = await everyPage(query({ sort: { column: 'lastContactAt', descending: true } }), 50)
    expect(rows[0]).toMatchObject({ id: 'c0', lastContactAt: at(50) })
  })
})
