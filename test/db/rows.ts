import type { NewAppointment } from '../../db/schema/appointments.ts'
import type { NewIntake, NewSuggestion } from '../../db/schema/assistant.ts'
import type { Note } from '../../db/schema/audit.ts'
import type { NewAddress, NewContact } from '../../db/schema/contacts.ts'
import type { NewDeal } from '../../db/schema/deals.ts'
import type { Conversation, NewInbound, NewMessage } from '../../db/schema/inbox.ts'
import type { NewOffice } from '../../db/schema/office.ts'
import type { NewFile } from '../../db/schema/records.ts'
import type { NewTask } from '../../db/schema/tasks.ts'
import { initialSettings } from '../../worker/features/office/rules/settings.ts'
import { OfficeId } from '../../worker/kernel/ids.ts'

export const ours = OfficeId.parse('0193a000-0000-7000-8000-000000000001')
export const theirs = OfficeId.parse('0193a000-0000-7000-8000-000000000002')
export const OFFICES = [ours, theirs] as const

/** An instant of one morning, with milliseconds that are not zero: a database that drops them is found out. */
export const at = (seconds: number) => new Date(Date.UTC(2026, 2, 2, 8, 0, seconds, 123))

// One row of each kind. The ids are short, and the same in both offices wherever a test does not say otherwise.

export const contact = (officeId: OfficeId, id: string, more: Partial<NewContact> = {}) => ({
  officeId,
  id,
  name: `Contact ${id}`,
  householdId: null,
  source: 'member' as const,
  version: 1,
  createdAt: at(0),
  ...more,
})

export const address = (officeId: OfficeId, id: string, value: string, more: Partial<NewAddress> = {}): NewAddress => ({
  officeId,
  id,
  kind: 'email',
  value,
  asTyped: value,
  createdAt: at(0),
  ...more,
})

export const conversation = (officeId: OfficeId, id: string, more: Partial<Conversation> = {}) => ({
  officeId,
  id,
  contactId: null,
  subject: `Subject ${id}`,
  intent: null,
  status: 'open' as const,
  preview: 'Hello',
  lastFrom: 'Ann',
  lastMessageAt: at(0),
  unread: true,
  version: 1,
  createdAt: at(0),
  ...more,
})

export const message = (officeId: OfficeId, id: string, more: Partial<NewMessage> = {}): NewMessage => ({
  officeId,
  id,
  conversationId: 'v1',
  direction: 'in',
  state: 'received',
  messageKey: `key of ${id}`,
  references: [],
  from: { name: 'Ann', address: 'ann@example.com' },
  to: [],
  cc: [],
  subject: 'Hello',
  text: 'Hello',
  ranges: [],
  notes: [],
  at: at(0),
  createdAt: at(0),
  ...more,
})

export const delivery = (officeId: OfficeId, id: string, more: Partial<NewInbound> = {}): NewInbound => ({
  officeId,
  id,
  source: 'generic',
  sourceKey: `hash of ${id}`,
  rawKey: `raw/${id}`,
  rawBytes: 2 ** 40,
  envelopeFrom: 'ann@example.com',
  envelopeTo: 'office@example.com',
  status: 'stored',
  createdAt: at(0),
  ...more,
})

export const intake = (officeId: OfficeId, id: string, more: Partial<NewIntake> = {}): NewIntake => ({
  officeId,
  id,
  messageId: 'm1',
  intent: 'appointment',
  confidence: 0.875,
  language: 'en',
  summary: [],
  entities: [],
  flags: [],
  reader: 'built-in',
  createdAt: at(0),
  ...more,
})

export const suggestion = (officeId: OfficeId, id: string, more: Partial<NewSuggestion> = {}): NewSuggestion => ({
  officeId,
  id,
  intakeId: 'i1',
  messageId: 'm1',
  conversationId: 'v1',
  kind: 'create_task',
  action: { kind: 'create_task', payload: { title: 'Call Ann', dueOn: null } },
  evidence: [],
  confidence: 0.875,
  status: 'waiting',
  effects: [],
  createdAt: at(0),
  ...more,
})

export const task = (officeId: OfficeId, id: string, more: Partial<NewTask> = {}): NewTask => ({
  officeId,
  id,
  title: `Task ${id}`,
  source: 'member',
  createdAt: at(0),
  ...more,
})

export const deal = (officeId: OfficeId, id: string, more: Partial<NewDeal> = {}): NewDeal => ({
  officeId,
  id,
  title: `Deal ${id}`,
  stageId: 'open',
  stageSince: at(0),
  rank: id,
  currency: 'EUR',
  source: 'member',
  createdAt: at(0),
  ...more,
})

export const appointment = (officeId: OfficeId, id: string, more: Partial<NewAppointment> = {}): NewAppointment => ({
  officeId,
  id,
  title: `Appointment ${id}`,
  status: 'requested',
  source: 'member',
  createdAt: at(0),
  ...more,
})

/** A file that a member put on contact c1, or on whatever else is named. */
export const file = (officeId: OfficeId, id: string, more: Partial<NewFile> = {}): NewFile => ({
  ...{
    officeId,
    id,
    record: 'contact',
    recordId: 'c1',
    name: `${id}.pdf`,
    nameKey: `${id}.pdf`,
    type: 'application/pdf',
  },
  ...{ bytes: 3, fileKey: `${officeId}/files/${id}`, authorId: 'u1', createdAt: at(0) },
  ...more,
})

/** A note with an id of its own, as every act has. */
export const note = (kind: Note['kind'], more: Partial<Note> = {}): Note => ({
  id: crypto.randomUUID(),
  userId: 'u1',
  kind,
  at: at(0),
  ...more,
})

export const office = (id: OfficeId, slug: string, more: Partial<NewOffice> = {}): NewOffice => ({
  id,
  slug,
  name: `Office ${slug}`,
  timeZone: 'Europe/Berlin',
  country: 'DE',
  currency: 'EUR',
  settings: initialSettings(),
  createdAt: at(0),
  ...more,
})

export const user = (id: string) => ({
  id,
  name: `User ${id}`,
  email: `${id}@example.com`,
  createdAt: at(0),
  updatedAt: at(0),
})

export const session = (id: string, userId: string, officeId: OfficeId | null = null) => ({
  id,
  userId,
  officeId,
  token: `hash of ${id}`,
  expiresAt: at(50),
  createdAt: at(0),
  updatedAt: at(0),
})
