import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { getTableName } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import { directoryTables, officeTables } from '../../db/schema/index.ts'

const ROOT = path.join(import.meta.dirname, '../..')

/** What drizzle-kit would write if it were asked for a migration now; it is asked beside the house, never in it. */
function generated(dialect: 'sqlite' | 'postgresql', folder: string, nodeOptions: string): string[] {
  const out = mkdtempSync(path.join(tmpdir(), 'foyer-migrations-'))
  try {
    cpSync(path.join(ROOT, 'migrations', folder), out, { recursive: true })
    const before = readdirSync(out)
    const kit = path.join(ROOT, 'node_modules/drizzle-kit/bin.cjs')
    const options = [`--dialect=${dialect}`, '--schema=./db/schema/*.ts', `--out=${path.relative(ROOT, out)}`]
    const env = { ...process.env, NODE_OPTIONS: nodeOptions }
    execFileSync(process.execPath, [kit, 'generate', ...options], { cwd: ROOT, env, stdio: 'pipe' })
    const added = readdirSync(out).filter((file) => !before.includes(file))
    return added.map((file) => readFileSync(path.join(out, file), 'utf8'))
  } finally {
    rmSync(out, { recursive: true })
  }
}
const migrationsOf = (folder: string) =>
  readdirSync(path.join(ROOT, 'migrations', folder)).filter((file) => file.endsWith('.sql'))

describe('the migrations', () => {
  it('say all that the schema says, for D1', () => {
    expect(generated('sqlite', 'sqlite', '')).toEqual([])
  })

  it('say all that the schema says, for PostgreSQL', () => {
    expect(generated('postgresql', 'postgres', '--conditions=postgres')).toEqual([])
  })

  it('are the same steps for both databases', () => {
    expect(migrationsOf('sqlite')).toEqual(migrationsOf('postgres'))
  })

  it.each(['sqlite', 'postgres'])('delete nothing along with something else on %s', (folder) => {
    const texts = migrationsOf(folder).map((file) => readFileSync(path.join(ROOT, 'migrations', folder, file), 'utf8'))
    expect(texts.join('\n').match(/ON DELETE (?!no action)\w+/gi)).toBeNull()
  })

  it('leave foreign keys on while a table is rebuilt, because D1 does not hear that they are off', () => {
    const texts = migrationsOf('sqlite').map((file) => readFileSync(path.join(ROOT, 'migrations/sqlite', file), 'utf8'))
    expect(texts.join('\n')).not.toMatch(/PRAGMA foreign_keys/i)
  })
})

describe('an office that was there before', () => {
  it('keeps its deals, timeline and used tokens through every migration, with what they lacked filled in', () => {
    const database = new DatabaseSync(':memory:')
    const [first, ...later] = migrationsOf('sqlite').sort()
    const apply = (file: string) =>
      database.exec(
        readFileSync(path.join(ROOT, 'migrations/sqlite', file), 'utf8').replaceAll('--> statement-breakpoint', ''),
      )
    apply(first!)
    const insert = (table: string, row: Record<string, string | number>) =>
      database
        .prepare(
          `insert into ${table} (${Object.keys(row).join()}) values (${Object.keys(row)
            .map(() => '?')
            .join()})`,
        )
        .run(...Object.values(row))
    const of = { office_id: 'o1' }
    const made = { source: 'member', version: 3, created_at: 1000 }
    insert('contacts', { ...of, id: 'c1', name: 'Ann', name_key: 'ann', ...made })
    insert('pipelines', { ...of, id: 'p1', name: 'Sales', position: 0 })
    insert('stages', { ...of, id: 's1', pipeline_id: 'p1', name: 'New', kind: 'open', position: 0 })
    insert('deals', {
      ...{ ...of, id: 'd-1', title: 'Bathroom', contact_id: 'c1', stage_id: 's1', amount_minor: 1250, currency: 'EUR' },
      ...made,
    })
    insert('activities', {
      ...{ ...of, id: 'a1', contact_id: 'c1', at: 2000, kind: 'deal_created', entity_id: 'd-1', title: 'Bathroom' },
      by: '{"kind":"sender"}',
    })
    for (const office_id of ['o1', 'o2'])
      insert('burnt_tokens', { office_id, source: 'mailgun', token: 't1', content_hash: 'h', expires_at: 9 })
    for (const file of later) apply(file)
    expect(database.prepare('select * from burnt_tokens').all()).toMatchObject([{ token: 't1', content_hash: 'h' }])
    expect(database.prepare('select * from deals').all()).toMatchObject([
      {
        ...{ id: 'd-1', title: 'Bathroom', title_key: 'bathroom', contact_id: 'c1', company_id: null, version: 3 },
        ...{ stage_since: 1000, rank: 'd1', owner_id: null, closed_at: null, lost_reason_id: null, amount_minor: 1250 },
        fields: '{}',
      },
    ])
    expect(database.prepare('select * from activities').all()).toMatchObject([
      { id: 'a1', contact_id: 'c1', company_id: null, at: 2000, changes: '[]', by: '{"kind":"sender"}' },
    ])
    expect(database.prepare('pragma foreign_key_check').all()).toEqual([])
  })
})

describe('the schema', () => {
  it('names no onDelete: a table that is rebuilt would take its children with it', () => {
    const files = readdirSync(path.join(ROOT, 'db/schema'))
    const naming = files.filter((file) => /onDelete/.test(readFileSync(path.join(ROOT, 'db/schema', file), 'utf8')))
    expect(files.length).toBeGreaterThan(5)
    expect(naming).toEqual([])
  })

  it.each(Object.entries(officeTables))('puts the office first in the key of %s', (_, table) => {
    const [key] = getTableConfig(table).primaryKeys
    expect(key?.columns[0]).toMatchObject({ name: 'office_id', notNull: true })
  })

  it.each(Object.entries(officeTables))('lets %s refer to rows of the same office only', (_, table) => {
    const ofOffices = new Set(Object.values(officeTables).map((other) => getTableName(other)))
    for (const foreignKey of getTableConfig(table).foreignKeys) {
      const { columns, foreignColumns, foreignTable } = foreignKey.reference()
      expect(ofOffices).toContain(getTableName(foreignTable))
      expect([columns[0]?.name, foreignColumns[0]?.name]).toEqual(['office_id', 'office_id'])
    }
  })

  it('keeps every table in the directory or in the office, and none in both', () => {
    const names = [...Object.values(directoryTables), ...Object.values(officeTables)].map((table) =>
      getTableName(table),
    )
    const created = migrationsOf('sqlite')
      .map((file) => readFileSync(path.join(ROOT, 'migrations/sqlite', file), 'utf8'))
      .join('\n')
      .matchAll(/CREATE TABLE `(?!__new_)(\w+)`/g)
    expect(names.sort()).toEqual([...created].map(([, name]) => name).sort())
  })
})
