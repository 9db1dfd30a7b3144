import { env } from 'cloudflare:workers'
import { isTRPCClientError } from '@trpc/client'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { directoryTables, officeTables } from '../../db/schema/index.ts'
import { sessions } from '../../db/schema/sign-in.ts'
import { type AppRouter, appRouter } from '../../worker/trpc/router.ts'
import { sentCalendar } from '../support/calendar-files.ts'
import { filled, type Ids, refsIn, shapeOf, unnamedIds } from '../support/filled-input.ts'
import { sent } from '../support/imports.ts'
import { rowsOf } from '../support/inside.ts'
import { eventually, inboxOf, postMail } from '../support/mails.ts'
import { officeOf, type Person, signUp } from '../support/people.ts'
import { rawMail } from '../support/raw-mail.ts'
import { upload } from '../support/upload.ts'

/** Stands in every row that the other office has; no answer to anybody else may hold it. */
const MARK = 'Zinnoberkraut'

type Side = { owner: Person; officeId: string; ids: Ids }
type Answer = { ok: true; value: unknown } | { ok: false; code: string; refusal: string | null; message: string }

const procedures = Object.entries(
  (appRouter as unknown as { _def: { procedures: Record<string, { _def: unknown }> } })._def.procedures,
).map(([path, procedure]) => {
  const { type, inputs } = procedure._def as { type: 'query' | 'mutation'; inputs: z.ZodType[] }
  return { path, type, shape: shapeOf(inputs[0]) }
})

let ours: Side
let theirs: Side
beforeAll(async () => {
  ours = await side('Ours')
  theirs = await side(MARK)
})

/** An office with a row in every table that an input can refer to. */
async function side(name: string): Promise<Side> {
  const owner = await signUp(name)
  const { officeId } = await officeOf(owner, `${name} Office`)
  const { caller } = owner
  const host = `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}.test`
  const contact = await caller.contacts.create.mutate({
    name: `${name} Contact`,
    email: `contact@${host}`,
    phone: null,
  })
  const task = await caller.tasks.create.mutate({ title: `${name} task`, dueOn: null, contactId: contact.id })
  const deal = await caller.deals.create.mutate({ title: `${name} deal`, amount: '12.50', contactId: contact.id })
  const { stages } = await caller.deals.list.query({})
  const { lostReasons } = await caller.deals.board.query()
  const inbox = await inboxOf(owner)
  const text = `Hello, this is ${name}. May I book an appointment for Friday at 3pm? My number is 030 901820.`
  await postMail(inbox, rawMail({ subject: `${name} subject`, text }))
  const [conversation] = await eventually(async () => {
    const { rows } = await caller.inbox.conversations.query({})
    return rows.some((row) => row.intent !== null) && rows
  })
  const shown = await caller.inbox.conversation.query({ id: conversation!.id })
  const note = await caller.notes.add.mutate({ contactId: contact.id, text: `${name} note` })
  const tag = await caller.tags.add.mutate({ contactId: contact.id, name: `${name} tag`.slice(0, 40) })
  const field = await caller.fields.create.mutate({ record: 'contact', label: `${name} field`, kind: 'text' })
  await caller.companies.join.mutate({ contactId: contact.id, name: `${name} Company`, role: 'Owner' })
  const [company] = await caller.companies.ofContact.query({ contactId: contact.id })
  const relative = await caller.contacts.create.mutate({ name: `${name} Relative`, email: null, phone: null })
  const kinds = { contactId: contact.id, otherId: relative.id, kind: { name: `${name} aunt`, reverseName: 'Niece' } }
  await caller.relations.add.mutate(kinds)
  const [relation] = await caller.relations.ofContact.query({ contactId: contact.id })
  const ownKind = (await caller.relations.kinds.query()).find(({ isOwn }) => isOwn)
  const { addresses } = await caller.contacts.byId.query({ id: contact.id })
  const kept = await upload(owner, { record: 'contact', recordId: contact.id, name: `${name}.txt` }, name)
  const file = await kept.json<{ id: string }>()
  const template = { title: `${name} template`, daysAfter: 1, priority: 'normal' as const, checklist: [`${name} line`] }
  await caller.taskTemplates.add.mutate(template)
  const [ofTask] = await caller.taskTemplates.list.query()
  const view = { columns: [], filter: { match: 'all' as const, groups: [] }, sort: null }
  const saved = await caller.views.save.mutate({ record: 'contact', name: `${name} view`, isShared: true, view })
  await caller.office.invite.mutate({ email: `invited@${host}`, role: 'staff' })
  const { members, invitations } = await caller.office.members.query()
  const actId = crypto.randomUUID()
  const act = (database: D1Database) =>
    database
      .prepare(
        `insert into acts (office_id, id, kind, state, title, "by", created_at, expires_at) select ?, ?, 'edit', 'done', ?, '{}', 1, 9e12 where exists (select 1 from contacts where office_id = ?)`,
      )
      .bind(officeId, actId, name, officeId)
      .run()
  await Promise.all([act(env.DB), act(env.DB1)])
  const notice = crypto.randomUUID()
  const told = (database: D1Database) =>
    database
      .prepare(
        `insert into notices (office_id, id, user_id, kind, record, record_id, title, created_at) select ?, ?, ?, 'task_due', 'task', ?, ?, 1 where exists (select 1 from contacts where office_id = ?)`,
      )
      .bind(officeId, notice, members[0]!.userId, task.id, name, officeId)
      .run()
  await Promise.all([told(env.DB), told(env.DB1)])
  const [, , , draft] = await Promise.all([
    env.DB.prepare("update outbox set status = 'dead' where office_id = ?").bind(officeId).run(),
    env.DB1.prepare("update outbox set status = 'dead' where office_id = ?").bind(officeId).run(),
    null,
    caller.inbox.writeReply.mutate({ conversationId: conversation!.id, text: `${name} reply` }),
  ])
  const importId = await sent(owner, `${name}.csv`, `Name\n${name} imported\n`)
  const [job] = await caller.jobs.dead.query()
  const staffIds = [members[0]!.userId]
  const windows = [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, start: '00:00', end: '24:00' }))
  await caller.hours.setWeek.mutate({ userId: null, windows })
  const service = await caller.services.add.mutate({
    ...{ name: `${name} service`.slice(0, 80), lengthMinutes: 60, everyMinutes: 60, staffIds },
  })
  const resource = await caller.resources.add.mutate({ kind: 'room', name: `${name} room`.slice(0, 80) })
  const timeOff = await caller.hours.addTimeOff.mutate({
    ...{ userId: staffIds[0]!, fromOn: '2030-01-01', toOn: '2030-01-02', title: `${name} away`.slice(0, 100) },
  })
  const startsAt = new Date(Math.ceil(Date.now() / 86_400_000 + 7) * 86_400_000).toISOString()
  await caller.customerMessages.addReminder.mutate({ amount: 3, unit: 'hour' })
  const { steps } = await caller.customerMessages.settings.query()
  const appointment = await caller.appointments.book.mutate({
    ...{ key: crypto.randomUUID(), serviceId: service.id, startsAt, timeZone: 'Europe/Berlin', title: `${name} visit` },
    contactId: contact.id,
  })
  // What their customer is told has gone out before anybody compares.
  const message = await eventually(async () => {
    const rows = await caller.customerMessages.ofAppointment.query({ id: appointment.id })
    const jobs = await rowsOf('outbox', officeId)
    const isBusy = jobs.some(({ status, job }) => status === 'waiting' && /message|appointment/.test(String(job)))
    return !isBusy && rows.every(({ state }) => state === 'sent' || state === 'planned') && rows[0]
  })
  const source = await caller.calendars.addSource.mutate({
    ...{ userId: staffIds[0]!, name: `${name} calendar`.slice(0, 80), url: 'http://127.0.0.1:9/a.ics' },
  })
  const calendarFile = await sentCalendar(owner, staffIds[0]!, `${name}.ics`)
  await caller.calendars.makeFeed.mutate({ userId: staffIds[0]!, privacy: 'full' })
  const [session] = await caller.signIn.sessions.query()
  return {
    owner,
    officeId,
    ids: {
      contacts: contact.id,
      tasks: task.id,
      task_templates: ofTask!.id,
      deals: deal.id,
      files: file.id,
      stages: stages[0]!.id,
      pipelines: stages[0]!.pipelineId,
      lost_reasons: lostReasons[0]!.id,
      conversations: conversation!.id,
      messages: draft.id,
      suggestions: shown.suggestions[0]!.id,
      offices: officeId,
      invitations: invitations[0]!.id,
      users: members[0]!.userId,
      inbound_addresses: inbox.key,
      outbox: job!.id,
      acts: actId,
      notes: note.id,
      views: saved.id,
      custom_fields: field.id,
      companies: company!.id,
      relations: relation!.id,
      relation_kinds: ownKind!.id,
      addresses: addresses[0]!.id,
      notices: notice,
      tags: tag.id,
      sessions: session!.id,
      imports: importId,
      services: service.id,
      resources: resource.id,
      time_off: timeOff.id,
      appointments: appointment.id,
      customer_messages: message.id,
      message_steps: steps.find(({ version }) => version > 0)!.key,
      calendar_sources: source.id,
      calendar_imports: calendarFile,
    },
  }
}

const tablesOfOffices = Object.values({ ...directoryTables, ...officeTables })
  .filter((table) => table !== sessions && 'officeId' in getTableColumns(table))
  .map(getTableName)

/** All that the other office has, in both databases, to the byte. */
async function dump({ officeId }: Side): Promise<string> {
  const statements = (database: D1Database) => [
    database.prepare('select * from offices where id = ?').bind(officeId),
    ...tablesOfOffices.map((name) => database.prepare(`select * from "${name}" where office_id = ?`).bind(officeId)),
  ]
  const found = await Promise.all([env.DB, env.DB1].map((database) => database.batch(statements(database))))
  return JSON.stringify(found.flat().map(({ results }) => results))
}

async function call(person: Person, path: string, type: 'query' | 'mutation', input: unknown): Promise<Answer> {
  const [feature, name] = path.split('.')
  const client = person.caller as unknown as Record<
    string,
    Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  >
  try {
    return { ok: true, value: await client[feature!]![name!]![type === 'query' ? 'query' : 'mutate']!(input) }
  } catch (error) {
    if (!isTRPCClientError<AppRouter>(error)) throw error
    return { ok: false, code: error.data?.code ?? '?', refusal: error.data?.refusal ?? null, message: error.message }
  }
}

const referring = procedures.filter(({ shape }) => refsIn(shape).length > 0)
const others = procedures.filter(({ shape }) => refsIn(shape).length === 0)

describe('what belongs to another office', () => {
  it.each(procedures)('$path says of each id what it refers to', ({ shape }) => {
    expect(unnamedIds(shape)).toEqual([])
  })

  it.each(referring)(
    '$path answers ids of another office like ids that do not exist, and changes nothing there',
    async ({ path, type, shape }) => {
      const before = await dump(theirs)
      const answer = await call(ours.owner, path, type, filled(shape, theirs.ids))
      if (answer.ok) expect(JSON.stringify(answer.value)).not.toContain(MARK)
      else expect(answer).toMatchObject({ code: 'NOT_FOUND' })
      if (type === 'mutation') expect(answer.ok).toBe(false)
      expect(JSON.stringify(answer)).not.toContain(MARK)
      expect(await dump(theirs)).toBe(before)
    },
  )

  it.each(others)('$path tells nothing of another office and changes nothing there', async ({ path, type, shape }) => {
    const before = await dump(theirs)
    const answer = await call(ours.owner, path, type, filled(shape, {}))
    expect(JSON.stringify(answer)).not.toContain(MARK)
    expect(await dump(theirs)).toBe(before)
  })

  it.each(referring)('$path takes the same input with the office’s own ids', async ({ path, type, shape }) => {
    const own = await side(`Own ${path}`)
    const answer = await call(own.owner, path, type, filled(shape, own.ids))
    if (!answer.ok) expect(answer.refusal, answer.message).not.toBeNull()
    if (!answer.ok) expect(answer.code).not.toBe('NOT_FOUND')
  })
})
