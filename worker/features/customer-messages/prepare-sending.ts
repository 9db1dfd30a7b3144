import { appointmentById } from '../../../db/queries/appointments.ts'
import type { CustomerMessage } from '../../../db/schema/customer-messages.ts'
import type { OfficeCtx } from '../../context.ts'
import { type Letter, letterOf } from './letter.ts'
import { readMessageRules } from './read-steps.ts'
import { recipientOf } from './recipient.ts'
import { outOfQuietHours, type Quiet } from './rules/quiet-hours.ts'
import { isTimed } from './rules/steps.ts'
import { notWanted } from './rules/still-wanted.ts'

type Needs = Pick<OfficeCtx, 'env' | 'db' | 'directory' | 'officeId' | 'office' | 'now'>
export type Sendable = { to: string; letter: Letter }
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
  const night = isAsked
    ? null
    : inQuietHours(row, { ...rules.quiet, timeZone: recipient.timeZone ?? office.timeZone }, now)
  if (night) return night
  const appointment = { ...found, startsAt, endsAt }
  const letter = await letterOf(needs, step, row.channel, { appointment, recipient, place: rules.place })
  return letter.text === '' ? skip('Its text is empty.') : { what: 'send', to: way.address, letter }
}

/** The queue may be late: what comes at a time of its own still disturbs nobody at night. */
function inQuietHours(row: CustomerMessage, quiet: Quiet, now: () => Date): Prepared | null {
  if (!isTimed(row.event)) return null
  const at = now().getTime()
  const startsAt = row.event === 'reminder' ? row.startsAt.getTime() : null
  const due = outOfQuietHours(at, quiet, { startsAt, notBefore: at })
  if (due === null) return skip('It would have come in the quiet hours.')
  return due > at ? { what: 'wait', until: new Date(due) } : null
}
