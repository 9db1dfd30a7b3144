import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actById, removeAct, rowsKept } from '../../db/queries/acts.ts'
import { insertAddress, insertContact, linkAddress, renameContact } from '../../db/queries/contacts.ts'
import { importById, insertImport } from '../../db/queries/imports.ts'
import { alone, commit } from '../../db/queries/plan.ts'
import { importMappings, imports } from '../../db/schema/imports.ts'
import type { Office } from '../../db/schema/office.ts'
import { takeBackAll, undoAct } from '../../worker/features/acts/undo-act.ts'
import { checkImport } from '../../worker/features/imports/check-import.ts'
import { type ColumnMapping, NO_COUNTS } from '../../worker/features/imports/rules/mapping.ts'
import { runImport } from '../../worker/features/imports/run-import.ts'
import { startCheck, startImport } from '../../worker/features/imports/start-import.ts'
import { address, at, contact, ours, theirs } from './rows.ts'
import { everythingOf, run, testDatabase, writeInBoth } from './two-offices.ts'

const database = testDatabase((db) =>
  writeInBoth(db, (db, officeId) => [
    insertContact(db, contact(officeId, 'c1', { name: 'Ann Old', fields: { size: 4 } })),
    insertAddress(db, address(officeId, 'a1', 'a@x.test')),
    linkAddress(db, { officeId, contactId: 'c1', addressId: 'a1' }),
  ]),
)

const MAPPING: ColumnMapping = {
  columns: [
    { to: 'part', part: 'name' },
    { to: 'part', part: 'email' },
    { to: 'part', part: 'birthday' },
    { to: 'part', part: 'company' },
    { to: 'part', part: 'tags' },
    { to: 'part', part: 'note' },
    { to: 'new_field', label: 'Size', kind: 'number' },
  ],
  matchBy: ['email', 'phone', 'name_company'],
}
const HEAD = 'Name,Email,Birthday,Company,Tags,Note,Size\n'

let ids = 0

function needsFor(csv: string, passesMs = 0) {
  const stored = new Map<string, Uint8Array<ArrayBuffer>>([['file', Uint8Array.from(new TextEncoder().encode(csv))]])
  const bytesOf = async (body: unknown) => new Uint8Array(await new Response(body as string).arrayBuffer())
  let clock = at(100).getTime()
  const office = { country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' } as Office
  return {
    db: database.db,
    officeId: ours,
    office,
    now: () => {
      clock += passesMs
      return new Date(clock)
    },
    newId: () => `0193a000-0000-7000-8000-${String(ids++).padStart(12, '0')}`,
    desk: { announce: async () => {}, endSockets: async () => {} },
    jobs: { send: async () => {} },
    member: { userId: 'u1', name: 'Mara', role: 'owner' as const },
    files: {
      put: async (key: string, body: ReadableStream | Uint8Array | string) => void stored.set(key, await bytesOf(body)),
      get: async (key: string, from = 0, length = Number.POSITIVE_INFINITY) => {
        const bytes = stored.get(key)
        return bytes
          ? { body: new Response(bytes.slice(from, from + length)).body!, bytes: bytes.length, type: 'text/csv' }
          : null
      },
      keys: async (prefix: string) => [...stored.keys()].filter((key) => key.startsWith(prefix)),
      removeAll: async () => {},
    },
  }
}
const ID = '01a21ed5-91c4-7518-b54a-000000020000'

async function begun(csv: string, passesMs = 0) {
  const needs = needsFor(csv, passesMs)
  await forget()
  const row = {
    officeId: ours,
    id: ID,
    format: 'csv' as const,
    state: 'uploaded' as const,
    fileName: 'a.csv',
    fileKey: 'file',
  }
  await run(
    insertImport(database.db, { ...row, bytes: csv.length, counts: NO_COUNTS, authorId: 'u1', createdAt: at(1) }),
  )
  return needs
}
const read = () => importById(database.db, ours, ID)
const withoutImports = async () => {
  const {
    acts: _,
    actRows: __,
    outbox: ___,
    imports: ____,
    importMappings: _____,
    ...rest
  } = await everythingOf(database.db, ours)
  return rest
}
async function undo(needs: ReturnType<typeof needsFor>) {
  await undoAct(needs, { id: ID })
  await takeBackAll(needs, ID)
  return actById(database.db, ours, ID)
}

const cell = {
  name: fc.constantFrom('Ann Old', 'Ann', 'Bea', 'Bea New', ''),
  email: fc.constantFrom('a@x.test', 'b@x.test', '', 'broken'),
  birthday: fc.constantFrom('1990-03-02', '', 'soon'),
  company: fc.constantFrom('Kai', 'KAI', ''),
  tags: fc.constantFrom('vip', 'VIP; old', ''),
  note: fc.constantFrom('hello', ''),
  size: fc.constantFrom('4', '5', ''),
}
const csvOf = (rows: Record<keyof typeof cell, string>[]) =>
  HEAD + rows.map((row) => `${Object.values(row).join(',')}\n`).join('')

describe('an import', () => {
  it('tells beforehand what it does, and undone leaves everything as it was', { timeout: 120_000 }, async () => {
    const others = await everythingOf(database.db, theirs)
    const before = await withoutImports()
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record(cell), { minLength: 1, maxLength: 12 }), async (rows) => {
        const needs = await begun(csvOf(rows))
        await startCheck(needs, { id: ID, mapping: MAPPING })
        await checkImport(needs, ID)
        const foretold = (await read())?.counts
        expect(await withoutImports()).toEqual(before)
        await startImport(needs, { id: ID, mapping: MAPPING })
        await runImport(needs, ID)
        const row = await read()
        expect(row).toMatchObject({ state: 'done', counts: foretold })
        const { counts } = row!
        expect(counts.created + counts.updated + counts.unchanged + counts.repeated + counts.refused).toBe(counts.rows)
        expect(await undo(needs)).toMatchObject({ state: 'undone', kept: 0 })
        expect(await withoutImports()).toEqual(before)
      }),
      { numRuns: 12 },
    )
    expect(await everythingOf(database.db, theirs)).toEqual(others)
  })

  it('that takes several jobs, or runs twice, takes each row once', async () => {
    const rows = Array.from({ length: 2500 }, (_, n) => `Person ${n},p${n}@x.test,,Kai,vip,,\n`).join('')
    const needs = await begun(HEAD + rows, 3000)
    const before = await withoutImports()
    await startImport(needs, { id: ID, mapping: MAPPING })
    for (let jobs = 0; jobs < 10 && (await read())?.state === 'running'; jobs++) await runImport(needs, ID)
    await runImport(needs, ID)
    expect(await read()).toMatchObject({ state: 'done', counts: { created: 2500 }, nextRow: 2500 })
    const act = await actById(database.db, ours, ID)
    expect(act?.rows).toBe(2500 * 6 + 3)
    await undoAct(needs, { id: ID })
    for (let jobs = 0; jobs < 20 && (await actById(database.db, ours, ID))?.state === 'undoing'; jobs++)
      await takeBackAll(needs, ID)
    expect(await withoutImports()).toEqual(before)
  })

  it('keeps whole whoever was touched since, and gives back the rest', async () => {
    const needs = await begun(
      `${HEAD}Bea New,b@x.test,,Kai,vip,hello,5\nAnn Old,a@x.test,1990-03-02,,,,6\nCleo,c@x.test,,Kai,,,\n`,
    )
    await startImport(needs, { id: ID, mapping: MAPPING })
    await runImport(needs, ID)
    const [bea] = (await everythingOf(database.db, ours))
      .contacts!.map((row) => JSON.parse(row))
      .filter(({ name }) => name === 'Bea New')
    await run(renameContact(database.db, ours, bea.id, 1, 'Bea Newer'))
    await undo(needs)
    const left = await everythingOf(database.db, ours)
    const contacts = left.contacts!.map((row) => JSON.parse(row))
    expect(contacts.map(({ name }) => name).sort()).toEqual(['Ann Old', 'Bea Newer'])
    expect(contacts.find(({ name }) => name === 'Ann Old')).toMatchObject({
      birthday: null,
      fields: { size: 4 },
      version: 1,
    })
    expect([
      left.addresses!.length,
      left.companies!.length,
      left.tags!.length,
      left.notes!.length,
      left.customFields!.length,
    ]).toEqual([2, 1, 1, 1, 1])
    const kept = await rowsKept(database.db, ours, ID, 100)
    expect(new Set(kept.map(({ tableName }) => tableName))).toContain('contacts')
  })
})

/** Leaves the office as it was before the import, so that the next can begin. */
async function forget() {
  await commit(
    database.db,
    alone((db) => [...removeAct(db, ours, ID), db.delete(imports), db.delete(importMappings)]),
  )
}
