import type { z } from 'zod'
import { isConflict } from '#dialect'
import { rowsNow } from '../../../db/queries/acts.ts'
import { keptSteps, SETTINGS_ID } from '../../../db/queries/message-steps.ts'
import { insertJob } from '../../../db/queries/outbox.ts'
import { alone } from '../../../db/queries/plan.ts'
import { allServices } from '../../../db/queries/services.ts'
import type { Columns } from '../../kernel/columns.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { outboxRow } from '../../queue/outbox.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { type Step as Done, doStep, type StepNeeds } from '../acts/do-step.ts'
import type { RowChange } from '../acts/rules/act-row.ts'
import type { AddReminder, ResetStep, SaveMessageSettings, SaveStep } from './input.ts'
import { EVENT_NAMES } from './rules/event-names.ts'
import { isTimed, type MessageEvent } from './rules/steps.ts'
import { newReminder, USUAL_STEPS } from './rules/usual-steps.ts'

type Needs = StepNeeds & Pick<MemberCtx, 'jobs'>
const table = 'messageSteps' as const

/** The row's id: a service's own stands beside the office's. */
const rowId = (key: string, serviceId: string | null) => (serviceId === null ? key : `${key}.${serviceId}`)
const meanwhile = () => new Refusal('conflict', 'Somebody changed this meanwhile. Look again.')

/** Changes a message: for the whole office, or for one service alone. */
export async function saveStep(needs: Needs, input: z.infer<typeof SaveStep>): Promise<Done> {
  const { key, serviceId, version, ...fields } = input
  await insistOnService(needs, serviceId)
  const event = await eventOf(needs, key)
  if (isTimed(event) && fields.amount === 0)
    throw new Refusal('invalid', 'Please say how long before or after it is sent.')
  const id = rowId(key, serviceId)
  const before = await knownRow(needs, id, version)
  const made = { id, key, serviceId, event, version: 1, createdAt: needs.now().getTime() }
  const after = { ...(before ?? made), ...fields }
  return write(needs, `Changed the message “${EVENT_NAMES[event]}”`, [{ table, before, after }])
}

/** One more reminder, with the usual words. */
export async function addReminder(needs: Needs, { amount, unit }: z.infer<typeof AddReminder>): Promise<Done> {
  const id = needs.newId()
  const after = { ...newReminder(id), id, amount, unit, serviceId: null, version: 1, createdAt: needs.now().getTime() }
  return write(needs, 'Added a reminder', [{ table, before: null, after }])
}

/** Back to the office's own words, for a service; to the usual ones, for the office; a reminder that was added goes. */
export async function resetStep(needs: Needs, input: z.infer<typeof ResetStep>): Promise<Done> {
  const { key, serviceId, version } = input
  await insistOnService(needs, serviceId)
  const event = await eventOf(needs, key)
  const before = await knownRow(needs, rowId(key, serviceId), version)
  if (!before) throw notFound('message')
  const isGone = serviceId === null && !USUAL_STEPS.some((usual) => usual.key === key)
  const others = isGone
    ? (await keptSteps(needs.db, needs.officeId)).filter((row) => row.key === key && row.serviceId)
    : []
  const rows = await rowsNow(
    needs.db,
    needs.officeId,
    table,
    others.map(({ id }) => [id]),
  )
  const removed = [before, ...rows.values()].map((row): RowChange => ({ table, before: row, after: null }))
  const title = isGone ? 'Removed a reminder' : `Reset the message “${EVENT_NAMES[event]}”`
  return write(needs, title, removed)
}

/** When nobody is disturbed, and where customers come. */
export async function saveMessageSettings(needs: Needs, input: z.infer<typeof SaveMessageSettings>): Promise<Done> {
  const { version, ...fields } = input
  const rows = await rowsNow(needs.db, needs.officeId, 'messageSettings', [[SETTINGS_ID]])
  const before = rows.get(SETTINGS_ID) ?? null
  if ((before?.version ?? 0) !== version) throw meanwhile()
  const made = { id: SETTINGS_ID, version: 1, createdAt: needs.now().getTime() }
  const after = { ...(before ?? made), ...fields }
  return write(needs, 'Changed when and where of the messages', [{ table: 'messageSettings', before, after }])
}

/** Written together with the job that plans anew what lies ahead. */
async function write(needs: Needs, title: string, rows: RowChange[]): Promise<Done> {
  const job = outboxRow(needs, { kind: 'plan_messages_again', after: '' })
  const along = alone((db) => [insertJob(db, job)])
  try {
    const done = await doStep(needs, { title, record: null, id: null, topic: 'appointment', along }, rows)
    await needs.jobs.send([job])
    return done
  } catch (error) {
    throw isConflict(error) ? meanwhile() : error
  }
}

async function knownRow({ db, officeId }: Needs, id: string, version: number): Promise<Columns | null> {
  const row = (await rowsNow(db, officeId, table, [[id]])).get(id) ?? null
  if ((row?.version ?? 0) !== version) throw meanwhile()
  return row
}

async function eventOf({ db, officeId }: Needs, key: string): Promise<MessageEvent> {
  const usual = USUAL_STEPS.find((step) => step.key === key)
  const kept = usual ?? (await keptSteps(db, officeId)).find((step) => step.key === key)
  if (!kept) throw notFound('message')
  return kept.event
}

async function insistOnService({ db, officeId }: Needs, serviceId: string | null): Promise<void> {
  if (serviceId === null) return
  const service = (await allServices(db, officeId)).find(({ id }) => id === serviceId)
  if (!service || service.archivedAt) throw notFound('service')
}
