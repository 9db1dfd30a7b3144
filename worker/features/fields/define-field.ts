import type { z } from 'zod'
import { rowsNow } from '../../../db/queries/acts.ts'
import { fieldsOf } from '../../../db/queries/fields.ts'
import type { CustomField } from '../../../db/schema/records.ts'
import type { OfficeCtx } from '../../context.ts'
import type { Columns } from '../../kernel/columns.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { doStep, type Step, type StepNeeds } from '../acts/do-step.ts'
import type { ChangeField, CreateField, FieldId, ListFields } from './input.ts'

/** More fields than a form of a small office shows. */
const MOST_FIELDS = 100

export const listFields = (
  { db, officeId }: Pick<OfficeCtx, 'db' | 'officeId'>,
  { record }: z.infer<typeof ListFields>,
): Promise<CustomField[]> => fieldsOf(db, officeId, record)

/** A new field of a kind of record. Two of one name would not be told apart, and are refused. */
export async function createField(
  needs: StepNeeds,
  input: z.infer<typeof CreateField>,
): Promise<Step & { id: string }> {
  const { record, label, kind } = input
  const known = await listFields(needs, { record })
  refuseTaken(known, label, null)
  if (known.length >= MOST_FIELDS) throw new Refusal('invalid', `There may be ${MOST_FIELDS} fields of your own.`)
  const id = needs.newId()
  const options = kind === 'choice' ? optionsOf(needs, input.options) : []
  const position = Math.max(-1, ...known.map((field) => field.position)) + 1
  const field = { id, record, label, kind, options, position, createdAt: needs.now().getTime(), archivedAt: null }
  const step = await doStep(needs, { title: `Added the field “${label}”`, record: null, id, topic: 'office' }, [
    { table: 'customFields', before: null, after: field },
  ])
  return { ...step, id }
}

/** Another name or other choices. A choice that goes leaves its records with nothing chosen. */
export async function changeField(needs: StepNeeds, { id, ...input }: z.infer<typeof ChangeField>): Promise<Step> {
  const { row, field } = await knownField(needs, id)
  refuseTaken(await fieldsOf(needs.db, needs.officeId, field.record), input.label, id)
  const options = field.kind === 'choice' ? optionsOf(needs, input.options) : []
  const step = { title: `Changed the field “${input.label}”`, record: null, id, topic: 'office' as const }
  return doStep(needs, step, [{ table: 'customFields', before: row, after: { ...row, label: input.label, options } }])
}

/** Takes a field out of sight; what stands in it stays, and is there again when this is taken back. */
export async function removeField(needs: StepNeeds, { id }: z.infer<typeof FieldId>): Promise<Step> {
  const { row, field } = await knownField(needs, id)
  const step = { title: `Removed the field “${field.label}”`, record: null, id, topic: 'office' as const }
  const after = { ...row, archivedAt: needs.now().getTime() }
  return doStep(needs, step, [{ table: 'customFields', before: row, after }])
}

type Option = z.infer<typeof ChangeField>['options'][number]
const optionsOf = ({ newId }: StepNeeds, options: Option[]) =>
  options.map(({ id, label }) => ({ id: id ?? newId(), label }))

function refuseTaken(known: CustomField[], label: string, exceptId: string | null): void {
  const taken = known.find((field) => field.id !== exceptId && field.label.toLowerCase() === label.toLowerCase())
  if (taken) throw new Refusal('conflict', `There is a field “${taken.label}” already.`)
}

async function knownField({ db, officeId }: StepNeeds, id: string): Promise<{ row: Columns; field: CustomField }> {
  const row = (await rowsNow(db, officeId, 'customFields', [[id]])).get(id)
  const field = row && (await fieldsOf(db, officeId, recordOf(row))).find((each) => each.id === id)
  if (!row || !field) throw notFound('field')
  return { row, field }
}

const recordOf = ({ record }: Columns) => (record === 'company' || record === 'deal' ? record : 'contact')
