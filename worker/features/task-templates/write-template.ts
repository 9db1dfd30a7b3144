import type { z } from 'zod'
import { rowsNow } from '../../../db/queries/acts.ts'
import { templatesOf } from '../../../db/queries/task-templates.ts'
import type { Columns } from '../../kernel/columns.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { doStep, type Step, type StepNeeds } from '../acts/do-step.ts'
import type { AddTemplate, ChangeTemplate, RemoveTemplate } from './input.ts'

/** More templates than anybody looks through. */
const MOST_TEMPLATES = 100
const OVERTAKEN = 'Somebody changed this template meanwhile. Look again.'

const told = (title: string) => ({ title, record: null, id: null, topic: 'office' as const, overtaken: OVERTAKEN })

/** A template below the others. */
export async function addTemplate(needs: StepNeeds, input: z.infer<typeof AddTemplate>): Promise<Step> {
  const known = await templatesOf(needs.db, needs.officeId)
  if (known.length >= MOST_TEMPLATES) throw new Refusal('invalid', `There may be ${MOST_TEMPLATES} task templates.`)
  const position = Math.max(-1, ...known.map((each) => each.position)) + 1
  const after = { id: needs.newId(), ...input, position, version: 1, createdAt: needs.now().getTime() }
  return doStep(needs, told(`Added the template “${input.title}”`), [{ table: 'taskTemplates', before: null, after }])
}

/** Changes the template that was seen; tasks that were made of it stay as they are. */
export async function changeTemplate(
  needs: StepNeeds,
  { id, version, ...fields }: z.infer<typeof ChangeTemplate>,
): Promise<Step> {
  const before = await knownTemplate(needs, id)
  if (before.version !== version) throw new Refusal('conflict', OVERTAKEN)
  const change = { table: 'taskTemplates' as const, before, after: { ...before, ...fields } }
  return doStep(needs, told(`Changed the template “${fields.title}”`), [change])
}

export async function removeTemplate(needs: StepNeeds, { id }: z.infer<typeof RemoveTemplate>): Promise<Step> {
  const before = await knownTemplate(needs, id)
  return doStep(needs, told(`Removed the template “${before.title}”`), [
    { table: 'taskTemplates', before, after: null },
  ])
}

async function knownTemplate({ db, officeId }: StepNeeds, id: string): Promise<Columns> {
  const row = (await rowsNow(db, officeId, 'taskTemplates', [[id]])).get(id)
  if (!row) throw notFound('template')
  return row
}
