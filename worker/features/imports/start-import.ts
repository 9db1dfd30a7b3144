import type { z } from 'zod'
import { isConflict, isOvertaken } from '#dialect'
import { actById, addRows, insertAct, insertActRows } from '../../../db/queries/acts.ts'
import { changeImport, contactFields, rememberMapping } from '../../../db/queries/imports.ts'
import { insertJob } from '../../../db/queries/outbox.ts'
import { alone, commit, type Plan } from '../../../db/queries/plan.ts'
import type { Import } from '../../../db/schema/imports.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { expiryOf } from '../acts/plan-act.ts'
import { refusedPrefix } from '../files/keys.ts'
import { columnsFor } from './draft-rows.ts'
import { failImport, type Needs as JobNeeds } from './go-through.ts'
import type { ImportId, MappedImport, Started } from './input.ts'
import { knownImport } from './known-import.ts'
import { readHead } from './open-file.ts'
import { mappingIdOf } from './preview-import.ts'
import { type ColumnMapping, type ColumnTarget, NO_COUNTS } from './rules/mapping.ts'

type Needs = JobNeeds & Pick<MemberCtx, 'member'>
type Input = z.infer<typeof MappedImport>

const AFRESH = { counts: NO_COUNTS, nextByte: 0, nextRow: 0, problem: null, finishedAt: null }

/** Tries an import without writing anything: counts what it would do, and puts the rows aside that it would refuse. */
export async function startCheck(needs: Needs, { id, mapping }: Input): Promise<z.infer<typeof Started>> {
  const row = await startable(needs, id, mapping)
  const job = jobOf(needs, 'check_import', id)
  await begin(
    needs,
    row,
    alone((db) => [changeImport(db, row, { ...AFRESH, state: 'checking', mapping }), insertJob(db, job)]),
  )
  await needs.jobs.send([job])
  return { id }
}

/** Starts an import: from here on it can be undone. New fields are made at once, and how the columns went is remembered. */
export async function startImport(needs: Needs, { id, mapping }: Input): Promise<z.infer<typeof Started>> {
  const { officeId, now, jobs, member } = needs
  const row = await startable(needs, id, mapping)
  const { head } = await readHead(needs, row)
  const made = await newFields(needs, mapping)
  const act = {
    officeId,
    id,
    kind: 'import' as const,
    state: 'running' as const,
    title: `Imported ${row.fileName}`,
    record: null,
    recordId: null,
    by: { kind: 'member' as const, userId: member.userId },
    rows: made.fields.length,
    createdAt: now(),
    expiresAt: expiryOf(now()),
  }
  const job = jobOf(needs, 'run_import', id)
  const mappingId = await mappingIdOf(head.headings)
  const kept = made.fields.map(({ id: fieldId, label, kind }, position) => ({
    ...{ actId: id, position, tableName: 'customFields' as const, key: [fieldId] },
    ...{ before: null, after: { label, kind, archivedAt: null } },
  }))
  await begin(
    needs,
    row,
    alone((db) => [
      insertAct(db, act),
      ...addRows(db, officeId, 'customFields', made.fields),
      ...insertActRows(db, officeId, kept),
      changeImport(db, row, { ...AFRESH, state: 'running', mapping: made.mapping }),
      rememberMapping(db, officeId, mappingId, made.mapping, now()),
      insertJob(db, job),
    ]),
  )
  await jobs.send([job])
  return { id }
}

/** Stops an import that runs. What it wrote stays, and can be undone. */
export async function stopImport(needs: Needs, { id }: z.infer<typeof ImportId>): Promise<z.infer<typeof Started>> {
  const row = await knownImport(needs, id)
  if (row.state !== 'running' && row.state !== 'checking')
    throw new Refusal('conflict', 'This import is not running any more. Look again.')
  await failImport(needs, id, `${needs.member.name} stopped it.`)
  await needs.desk.announce([{ topic: 'import', ids: [id], by: needs.member.userId }])
  return { id }
}

const jobOf = ({ officeId, now, newId }: Needs, kind: 'check_import' | 'run_import', importId: string) => {
  const at = now()
  return { officeId, id: newId(), job: { kind, importId }, dueAt: at, createdAt: at }
}

/** The import, if it has not written anything yet and the mapping can be followed. */
async function startable(needs: Needs, id: string, mapping: ColumnMapping): Promise<Import> {
  const row = await knownImport(needs, id)
  await columnsFor(needs, mapping)
  if (row.state === 'running' || row.state === 'done' || (await actById(needs.db, needs.officeId, id)))
    throw new Refusal('conflict', 'This file is imported already. Undo that first, or send the file again.')
  if (mapping.columns.every(({ to }) => to === 'nothing'))
    throw new Refusal('invalid', 'No column goes anywhere. Choose at least one that holds a name or an address.')
  if (mapping.columns.some((target) => target.to === 'new_field' && target.kind === 'choice'))
    throw new Refusal(
      'invalid',
      'A field with choices is made in the settings first. Choose text here, or make the field.',
    )
  return row
}

async function begin({ db, officeId, files, desk, member }: Needs, row: Import, plan: Plan) {
  await files.removeAll(refusedPrefix(officeId, row.id))
  try {
    await commit(db, plan)
  } catch (error) {
    if (!isOvertaken(error) && !isConflict(error)) throw error
    throw new Refusal('conflict', 'Somebody started this import just now. Look again.')
  }
  await desk.announce([{ topic: 'import', ids: [row.id], by: member.userId }])
}

/** The new fields of a mapping as rows, and the mapping with their ids. */
async function newFields({ db, officeId, newId, now }: Needs, mapping: ColumnMapping) {
  let position = (await contactFields(db, officeId)).reduce((last, field) => Math.max(last, field.position), 0)
  const fields: { id: string; label: string; kind: string; [column: string]: string | number | null | never[] }[] = []
  const columns = mapping.columns.map((target): ColumnTarget => {
    if (target.to !== 'new_field') return target
    const { label, kind } = target
    const twin = fields.find((field) => field.label === label && field.kind === kind)
    const id = twin?.id ?? newId()
    if (!twin)
      fields.push({
        id,
        record: 'contact',
        label,
        kind,
        options: [],
        position: ++position,
        createdAt: now().getTime(),
        archivedAt: null,
      })
    return { to: 'field', fieldId: id }
  })
  return { fields, mapping: { ...mapping, columns } }
}
