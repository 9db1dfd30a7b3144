import type { z } from 'zod'
import { rowsNow } from '../../../db/queries/acts.ts'
import { fileById } from '../../../db/queries/files.ts'
import type { Columns } from '../../kernel/columns.ts'
import { notFound } from '../../kernel/refusal.ts'
import { searchKey } from '../../kernel/text.ts'
import { doStep, NO_STEP, type Step, type StepNeeds } from '../acts/do-step.ts'
import { lineOf, timelinesOf } from '../acts/line-of.ts'
import type { RowChange } from '../acts/rules/act-row.ts'
import type { RemoveFile, RenameFile, WithFiles } from './input.ts'
import { knownRecord, topicOf } from './known-record.ts'
import { renamed } from './rules/new-file.ts'

/** Gives a file another name. */
export async function renameFile(
  needs: StepNeeds,
  { id, name: typed }: z.infer<typeof RenameFile>,
): Promise<Step | typeof NO_STEP> {
  const { row, file } = await knownFile(needs, id)
  const name = renamed(file.name, typed, file.type)
  if (name === file.name) return NO_STEP
  const step = { title: `Renamed ${file.name} to ${name}`, ...toldOf(file) }
  return doStep(needs, step, [
    { table: 'files', before: row, after: { ...row, name, nameKey: searchKey(name) } },
    ...(await lines(needs, file, 'file_renamed', [{ field: 'Name', before: file.name, after: name }])),
  ])
}

/** Puts a file into the trash. Its content stays until the trash is emptied, so that it can be restored. */
export async function removeFile(needs: StepNeeds, { id }: z.infer<typeof RemoveFile>): Promise<Step> {
  const { row, file } = await knownFile(needs, id)
  const step = { title: `Deleted the file ${file.name}`, ...toldOf(file), kind: 'trash' as const }
  return doStep(needs, step, [
    { table: 'files', before: row, after: { ...row, archivedAt: needs.now().getTime() } },
    ...(await lines(needs, file, 'file_removed', [])),
  ])
}

type Known = { id: string; name: string; type: string; record: WithFiles; recordId: string }

async function knownFile(needs: StepNeeds, id: string): Promise<{ row: Columns; file: Known }> {
  const { db, officeId } = needs
  const row = (await rowsNow(db, officeId, 'files', [[id]])).get(id)
  const file = row && (await fileById(db, officeId, id))
  if (!row || !file || file.archivedAt || file.record === 'conversation') throw notFound('file')
  return { row, file: { ...file, record: file.record } }
}

const toldOf = ({ record, recordId }: Known) => ({ record, id: recordId, topic: topicOf(record) })

async function lines(
  needs: StepNeeds,
  { id, name, record, recordId }: Known,
  kind: 'file_renamed' | 'file_removed',
  changes: { field: string; before: string; after: string }[],
): Promise<RowChange[]> {
  const of = timelinesOf(record, await knownRecord(needs, record, recordId))
  return of.contactId || of.companyId ? [lineOf(needs, { ...of, kind, entityId: id, title: name, changes })] : []
}
