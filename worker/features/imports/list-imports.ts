import type { z } from 'zod'
import { namesOf, rowsKept } from '../../../db/queries/acts.ts'
import { listImports as list } from '../../../db/queries/imports.ts'
import type { OfficeCtx } from '../../context.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { ImportId, ImportList, ImportShown, KeptRows } from './input.ts'
import { knownImport } from './known-import.ts'
import { NO_COUNTS } from './rules/mapping.ts'

const MOST_SHOWN = 50
const MOST_KEPT = 1000

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'now'>
type Shown = z.infer<typeof ImportShown>

/** The imports of the office, newest first. */
export async function listImports({ db, officeId, now }: Needs): Promise<z.infer<typeof ImportList>> {
  return (await list(db, officeId, MOST_SHOWN)).map((found) => shown(found, now()))
}

/** One import, with how far it has come. */
export async function readImport(needs: Needs, { id }: z.infer<typeof ImportId>): Promise<Shown> {
  await knownImport(needs, id)
  const [found] = await list(needs.db, needs.officeId, 1, id)
  if (!found) throw notFound('import')
  return shown(found, needs.now())
}

function shown({ row, act }: Awaited<ReturnType<typeof list>>[number], now: Date): Shown {
  const { id, fileName, format, state, problem, createdAt, finishedAt } = row
  const isOver = state === 'checked' || state === 'done'
  return {
    ...{ id, fileName, format, state, problem, createdAt, finishedAt },
    undo: act?.state ?? null,
    mayUndo: act?.state === 'done' && act.expiresAt > now,
    counts: { ...NO_COUNTS, ...row.counts },
    progress: isOver ? 1 : Math.min(row.nextByte / Math.max(row.bytes, 1), 1),
  }
}

/** By name, what the undo of an import left because somebody worked with it since. */
export async function listKept(needs: Needs, { id }: z.infer<typeof ImportId>): Promise<z.infer<typeof KeptRows>> {
  const { db, officeId } = needs
  await knownImport(needs, id)
  const rows = await rowsKept(db, officeId, id, MOST_KEPT)
  const idsIn = (table: string, at: number) =>
    rows.filter(({ tableName }) => tableName === table).map(({ key }) => key[at] ?? '')
  const people = [...idsIn('contacts', 0), ...idsIn('contactAddresses', 0), ...idsIn('contactCompanies', 0)]
  const [contacts, companies, fields, tags] = await Promise.all([
    namesOf(db, officeId, 'contacts', unique(people)),
    namesOf(db, officeId, 'companies', unique(idsIn('companies', 0))),
    namesOf(db, officeId, 'customFields', unique(idsIn('customFields', 0))),
    namesOf(db, officeId, 'tags', unique(idsIn('tags', 0))),
  ])
  return [
    ...contacts.map((each) => ({ record: 'contact' as const, ...each })),
    ...companies.map((each) => ({ record: 'company' as const, ...each })),
    ...[...fields, ...tags].map((each) => ({ record: 'other' as const, ...each })),
  ]
}

const unique = (ids: string[]) => [...new Set(ids)]
