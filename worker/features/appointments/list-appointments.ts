import type { z } from 'zod'
import { appointmentRow, between, countsOf, listAppointments as rows } from '../../../db/queries/appointments.ts'
import { phonesOf } from '../../../db/queries/contact-cards.ts'
import type { OfficeCtx } from '../../context.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { DAY_MS } from '../../kernel/time.ts'
import { knownContact } from '../contacts/read-contact.ts'
import type {
  AppointmentShown,
  CalendarAsked,
  Counts,
  CountsAsked,
  ListAppointments,
  ReadAppointment,
  SheetLine,
} from './input.ts'

type Shown = z.infer<typeof AppointmentShown>
type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'now'>

const LIST_LIMIT = 200
const LONGEST_CALENDAR_MS = 100 * DAY_MS
const CALENDAR_LIMIT = 5000

const shown = ({ appointment, contactName }: Awaited<ReturnType<typeof rows>>[number]): Shown => ({
  ...appointment,
  contactName,
})

/** What customers ask for and is not agreed yet, then what lies ahead; or what was. */
export async function listAppointments(
  needs: Needs,
  { contactId = null, when = 'ahead' }: z.input<typeof ListAppointments>,
): Promise<Shown[]> {
  const filter = { contactId, when, from: needs.now(), limit: LIST_LIMIT }
  return (await rows(needs.db, needs.officeId, filter)).map(shown)
}

/** All that shares an instant with a stretch of time, cancelled ones and blocks too, by their start. */
export async function readCalendar(needs: Needs, { from, to }: z.infer<typeof CalendarAsked>): Promise<Shown[]> {
  if (to.getTime() - from.getTime() > LONGEST_CALENDAR_MS)
    throw new Refusal('invalid', 'Please look at a hundred days at most.')
  return (await between(needs.db, needs.officeId, { from, to, limit: CALENDAR_LIMIT })).map(shown)
}

/** The same, each with the phone of whoever comes. */
export async function readSheet(
  needs: Needs,
  range: z.infer<typeof CalendarAsked>,
): Promise<z.infer<typeof SheetLine>[]> {
  const lines = await readCalendar(needs, range)
  const ids = [...new Set(lines.flatMap(({ contactId }) => contactId ?? []))]
  const phones = await phonesOf(needs.db, needs.officeId, ids)
  const phoneOf = (id: string | null) => phones.find(({ contactId }) => contactId === id)?.phone ?? null
  return lines.map((line) => ({ ...line, phone: phoneOf(line.contactId) ?? line.guest?.phone ?? null }))
}

export async function readAppointment(needs: Needs, { id }: z.infer<typeof ReadAppointment>): Promise<Shown> {
  const row = await appointmentRow(needs.db, needs.officeId, id)
  if (!row) throw notFound('appointment')
  return shown(row)
}

/** How often a contact came, did not come, and called it off. */
export async function countAppointments(
  needs: Needs,
  { contactId }: z.infer<typeof CountsAsked>,
): Promise<z.infer<typeof Counts>> {
  await knownContact(needs, contactId)
  const found = await countsOf(needs.db, needs.officeId, contactId, needs.now())
  const of = (...statuses: string[]) =>
    found.filter(({ status }) => statuses.includes(status)).reduce((sum, { count }) => sum + count, 0)
  const late = found.filter(({ isLate }) => isLate).reduce((sum, { count }) => sum + count, 0)
  const coming = found.filter(({ isComing }) => isComing).reduce((sum, { count }) => sum + count, 0)
  return { coming, done: of('done'), missed: of('no_show'), cancelled: of('cancelled'), cancelledLate: late }
}
