import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renameContact } from '../../db/queries/contacts.ts'
import { contacts } from '../../db/schema/contacts.ts'
import { takeBackAll, undoAct } from '../../worker/features/acts/undo-act.ts'
import { checkImport } from '../../worker/features/imports/check-import.ts'
import { listKept, readImport } from '../../worker/features/imports/list-imports.ts'
import { previewImport } from '../../worker/features/imports/preview-import.ts'
import { receiveFile } from '../../worker/features/imports/receive-file.ts'
import { NO_COUNTS } from '../../worker/features/imports/rules/mapping.ts'
import { runImport } from '../../worker/features/imports/run-import.ts'
import { startCheck, startImport } from '../../worker/features/imports/start-import.ts'
import { csvLine } from '../../worker/kernel/csv.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import type { Job } from '../../worker/queue/jobs.ts'
import { filesInMemory } from '../support/files-in-memory.ts'
import { at, ours, theirs } from './rows.ts'
import { everythingOf, testDatabase } from './two-offices.ts'

const database = testDatabase()
const files = filesInMemory()
/** Longer than a job may work, so that each piece of a file is a job of its own. */
const TICK_MS = 20_000
let clock = at(0).getTime()
let ids = 0
const waiting: Job[] = []

const needs = (officeId: OfficeId = ours) => ({
  ...{ db: database.db, officeId, files, newId: () => `${String(++ids).padStart(8, '0')}-0000-7000-8000-000000000000` },
  now: () => {
    clock += TICK_MS
    return new Date(clock)
  },
  office: { id: officeId, country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' } as never,
  desk: { announce: async () => {}, endSockets: async () => {} },
  jobs: { send: async (sent: readonly { job: Job }[]) => void waiting.push(...sent.map(({ job }) => job)) } as never,
  member: { userId: 'u1', name: 'Mara', role: 'owner' as const },
})

/** Runs what waits until nothing does. */
async function work() {
  for (let job = waiting.shift(); job; job = waiting.shift()) {
    if (job.kind === 'check_import') await checkImport(needs(), job.importId)
    if (job.kind === 'run_import') await runImport(needs(), job.importId)
    if (job.kind === 'undo_act') await takeBackAll(needs(), job.actId)
  }
}

async function uploaded(text: string, officeId = ours) {
  const bytes = new TextEncoder().encode(text)
  const body = new Blob([bytes]).stream()
  const { id } = await receiveFile(needs(officeId), { name: 'people.csv', bytes: bytes.length, body })
  return { id, mapping: (await previewImport(needs(officeId), { id })).mapping }
}

async function imported(text: string): Promise<string> {
  const { id, mapping } = await uploaded(text)
  await startImport(needs(), { id, mapping })
  await work()
  expect(await readImport(needs(), { id })).toMatchObject({ state: 'done', problem: null })
  return id
}

async function undone(id: string) {
  await undoAct(needs(), { id })
  await work()
  expect(await readImport(needs(), { id })).toMatchObject({ undo: 'undone' })
}

const everything = async () => {
  const {
    acts: _,
    actRows: __,
    imports: ___,
    importMappings: ____,
    outbox: _____,
    ...rest
  } = await everythingOf(database.db, ours)
  return rest
}

const HEADINGS = ['Name', 'Email', 'Phone', 'Company', 'Role', 'Birthday', 'Tags', 'Note', 'Street', 'Shoe size']
/** Few values, so that rows meet: of the same file, and of those who were there. */
const row = fc.tuple(
  fc.constantFrom('Mara Weber', 'M. Weber', 'Tom Weber', 'Olga Ökt', ''),
  fc.constantFrom('', 'mara@x.test', 'WEBER@x.test', 'olga@x.test', 'broken'),
  fc.constantFrom('', '030 901820', '+49 171 1234567'),
  fc.constantFrom('', 'Kai GmbH', 'Dorn & Co'),
  fc.constantFrom('', 'Chef'),
  fc.constantFrom('', '2.3.1990', '1.4.'),
  fc.constantFrom('', 'VIP', 'VIP; regular'),
  fc.constantFrom('', 'Likes tea'),
  fc.constantFrom('', 'Am Kai 3'),
  fc.constantFrom('', '38', '44'),
)
const table = fc
  .array(row, { minLength: 1, maxLength: 8 })
  .map((rows) => [HEADINGS, ...rows].map((cells) => csvLine(cells)).join(''))

describe('an import', () => {
  it('and its undo leave everything as it was, whoever was there and whatever the file says', async () => {
    await fc.assert(
      fc.asyncProperty(table, table, async (first, second) => {
        await imported(first)
        const before = await everything()
        const id = await imported(second)
        await undone(id)
        expect(await everything()).toEqual(before)
        expect(await listKept(needs(), { id })).toEqual([])
      }),
      { numRuns: 12 },
    )
  })

  it('that is tried counts what it then does, and writes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(table, table, async (first, second) => {
        await imported(first)
        const before = await everything()
        const { id, mapping } = await uploaded(second)
        await startCheck(needs(), { id, mapping })
        await work()
        expect(await everything()).toEqual(before)
        const { counts: tried } = await readImport(needs(), { id })
        await startImport(needs(), { id, mapping })
        await work()
        expect((await readImport(needs(), { id })).counts).toEqual(tried)
      }),
      { numRuns: 8 },
    )
  })

  it('whose undo comes late leaves whoever was renamed since, names them, and gives the rest back', async () => {
    await fc.assert(
      fc.asyncProperty(table, table, fc.infiniteStream(fc.boolean()), async (first, second, touched) => {
        await imported(first)
        const before = await everything()
        const id = await imported(second)
        const made = await madeBy(id)
        const renamed = made.filter(() => touched.next().value === true)
        for (const { id, version } of renamed) await renameContact(database.db, ours, id, version, `${id} anew`)
        await undone(id)
        expect((await madeBy(id)).map(({ name }) => name)).toEqual(renamed.map(({ id }) => `${id} anew`))
        const kept = (await listKept(needs(), { id })).filter(({ record }) => record === 'contact')
        expect(kept.map((each) => each.id).sort()).toEqual(renamed.map((each) => each.id).sort())
        if (renamed.length === 0) expect(await everything()).toEqual(before)
      }),
      { numRuns: 10 },
    )
  })

  it('of many pieces is gone on with from job to job, and undone piece by piece', async () => {
    const before = await everything()
    const rows = Array.from({ length: 1200 }, (_, n) => csvLine([`Person ${n}`, `p${n}@x.test`]))
    const id = await imported(`Name,Email\r\n${rows.join('')}`)
    expect((await readImport(needs(), { id })).counts).toEqual({ ...NO_COUNTS, rows: 1200, created: 1200 })
    expect(await madeBy(id)).toHaveLength(1200)
    await undone(id)
    expect(await everything()).toEqual(before)
  })

  it('belongs to its office alone', async () => {
    const { id, mapping } = await uploaded(csvLine(['Name']) + csvLine(['Zoe']), theirs)
    await expect(startImport(needs(), { id, mapping })).rejects.toThrow('does not exist')
    await imported(csvLine(['Name', 'Email']) + csvLine(['Zoe', 'zoe@x.test']))
    const found = await database.db.select().from(contacts).where(eq(contacts.officeId, theirs))
    expect(found).toEqual([])
  })
})

/** The living contacts that an import made: their ids begin as its own does. */
async function madeBy(importId: string) {
  const found = await database.db.select().from(contacts).where(eq(contacts.officeId, ours)).orderBy(contacts.id)
  return found.filter(({ id }) => id.startsWith(importId.slice(0, 24)))
}
