import { appointmentById } from '../../../db/queries/appointments.ts'
import type { CustomerMessage } from '../../../db/schema/customer-messages.ts'
import type { OfficeCtx } from '../../context.ts'
import { type Letter, letterOf } from './letter.ts'
import { readMessageRules } from './read-steps.ts'
import { recipientOf } from './recipient.ts'
import { dueAt, type Span } from './rules/due-at.ts'
import { outOfQuietHours, type Quiet } from './rules/quiet-hours.ts'
import { isTimed, type Step } from './rules/steps.ts'
import { notWanted } from './rules/still-wanted.ts'

type Needs = Pick<OfficeCtx, 'env' | 'db' | 'directory' | 'officeId' | 'office' | 'now'>
/** `deskVersion`: the appointment as it was looked at. */
export type Sendable = { to: string; letter: Letter; deskVersion: number }
type Prepared = { what: 'skip'; why: string } | { what: 'wait'; until: Date } | ({ what: 'send' } & Sendable)

const skip = (why: string) => ({ what: 'skip' as const, why })

/**
 * Looks at an appointment again before a message about it is sent: whether it is still to be told, to whom, and in which
 * words. `isAsked`: a member wants it sent now, whatever the hour.
 */
export async function prepareSending(needs: Needs, row: CustomerMessage, isAsked: boolean): Promise<Prepared> {
  const { db, officeId, office, now } = needs
  const found = await appointmentById(db, officeId, row.appointmentId)
  const { startsAt = null, endsAt = null } = found ?? {}
  const told = { event: row.event, startsAt: row.startsAt.getTime() }
  const standing = found && { status: found.status, startsAt: startsAt?.getTime() ?? null }
  const why = notWanted(told, standing, now().getTime())
  if (why !== null || !found || !startsAt || !endsAt) return skip(why ?? 'The appointment has no time.')
  const [rules, recipient] = await Promise.all([readMessageRules(needs), recipientOf(needs, found)])
  const step = rules.stepsOf(found.serviceId).find(({ key, isOn }) => key === row.stepKey && isOn)
  if (!step) return skip('This message was switched off.')
  const way = recipient?.ways[row.channel]
  if (!recipient || !way?.address || way.whyNot) return skip(way?.whyNot ?? 'Nobody is to be told.')
  const quiet = { ...rules.quiet, timeZone: recipient.timeZone ?? office.timeZone }
  const span = { startsAt: startsAt.getTime(), endsAt: endsAt.getTime() }
  const later = isAsked ? null : notYet(row, step, span, { quiet, officeZone: office.timeZone, now: now().getTime() })
  if (later) return later
  const appointment = { ...found, startsAt, endsAt }
  const letter = await letterOf(needs, step, row.channel, { appointment, recipient, place: rules.place })
  return letter.text === ''
    ? skip('Its text is empty.')
    : { what: 'send', to: way.address, letter, deskVersion: found.deskVersion }
}

type Clock = { quiet: Quiet; officeZone: string; now: number }

/**
 * A step may have been set to another time since, and the queue may be late: what comes at a time of its own comes at
 * that time, and disturbs nobody at night.
 */
function notYet(row: CustomerMessage, step: Step, span: Span, { quiet, officeZone, now }: Clock): Prepared | null {
  const { event } = row
  if (!isTimed(event)) return null
  const set = dueAt({ ...step, event }, span, officeZone)
  const shift = { startsAt: event === 'reminder' ? span.startsAt : null }
  const due =
    set > now
      ? outOfQuietHours(set, quiet, { ...shift, notBefore: row.createdAt.getTime() })
      : outOfQuietHours(now, quiet, { ...shift, notBefore: now })
  if (due === null) return skip('It would have come in the quiet hours.')
  return due > now ? { what: 'wait', until: new Date(due) } : null
}
