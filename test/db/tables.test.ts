import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import { countTable, idsOfTable, pageOfTable, type TableKey } from '../../db/queries/table/page.ts'
import type { TableQuery } from '../../db/queries/table/source.ts'
import { anyFilter, anySort, clock, plainly } from './plain-table.ts'
import { ours, theirs } from './rows.ts'
import { KINDS, type Kind, writeRecords } from './table-rows.ts'
import { testDatabase } from './two-offices.ts'

const RUNS = 60
const database = testDatabase(writeRecords)

const queryOf = ({ columns }: Kind, more: Partial<TableQuery>): TableQuery => ({
  ...{ text: '', filter: { match: 'all', groups: [] }, sort: null, columns, clock, currency: 'EUR' },
  ...more,
})

async function everyPage({ source }: Kind, asked: TableQuery, limit: number, officeId = ours): Promise<string[]> {
  const ids: string[] = []
  let after: TableKey | null = null
  for (let page = 0; page < 60; page++) {
    const found: TableKey[] = await pageOfTable(database.db, officeId, source, asked, { after, limit })
    ids.push(...found.map(({ id }) => id))
    const last = found.at(-1)
    if (found.length < limit || !last) return ids
    after = last
  }
  throw new Error('The pages do not end.')
}

describe.each(KINDS)(`the table of $name on ${dialect}`, (kind) => {
  const { source, columns, rows } = kind

  it('gives every row once, in the plain order, for any filter, any order and pages of any length', () =>
    fc.assert(
      fc.asyncProperty(
        anyFilter(columns),
        anySort(columns),
        fc.integer({ min: 1, max: 30 }),
        async (filter, sort, limit) => {
          const asked = queryOf(kind, { filter, sort })
          const meant = plainly(rows, columns, filter, sort)
          expect(await everyPage(kind, asked, limit)).toEqual(meant)
          expect(await countTable(database.db, ours, source, asked)).toBe(meant.length)
        },
      ),
      { numRuns: RUNS },
    ))

  it('can be gone through by id, whatever it is sorted by', async () => {
    const asked = queryOf(kind, { sort: { column: 'createdAt', descending: true } })
    const page = { until: clock.now, limit: 7 }
    const ids: string[] = []
    for (let after: string | null = null; ; ) {
      const some: string[] = await idsOfTable(database.db, ours, source, asked, { ...page, after })
      ids.push(...some)
      if (some.length < page.limit) break
      after = some.at(-1) ?? null
    }
    expect(ids).toEqual(rows.map(({ id }) => id).sort())
    const before = { ...page, until: new Date(0), after: null }
    expect(await idsOfTable(database.db, ours, source, asked, before)).toEqual([])
  })

  it('is found by what is typed, and only in its own office', async () => {
    const found = await everyPage(kind, queryOf(kind, { text: 'berg' }), 4)
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThan(rows.length)
    expect(await everyPage(kind, queryOf(kind, {}), 50, theirs)).toEqual(['stranger'])
  })
})
