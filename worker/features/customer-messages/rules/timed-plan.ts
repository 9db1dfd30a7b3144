import type { AppointmentStatus } from '../../../kernel/diary.ts'
import { DAY_MS } from '../../../kernel/time.ts'
import type { MessageState } from './delivery.ts'
import { dueAt, type Span } from './due-at.ts'
import { timedMessageId } from './message-id.ts'
import { outOfQuietHours, type Quiet } from './quiet-hours.ts'
import { type Channel, channelsOf, isTimed, type MessageEvent, type Step } from './steps.ts'
import { timedWhile } from './still-wanted.ts'

/** After a visit that was written down late, this long it is not too late to say thank you. */
const LATEST_AFTER_MS = 3 * DAY_MS

type There = { id: string; state: MessageState; event: MessageEvent; dueAt: number }
type Asked = Span & {
  id: string
  status: AppointmentStatus
  now: number
  steps: readonly Step[]
  has: Record<Channel, boolean>
  /** Whose calendar “one day before” is counted in. */
  officeZone: string
  quiet: Quiet
  there: readonly There[]
}
type Wanted = { id: string; stepKey: string; event: MessageEvent; channel: Channel; due: number }
export type TimedPlan = { insert: Wanted[]; plan: { id: string; due: number }[]; remove: string[] }

/**
 * What is to become of the messages that come at a time of their own, now that an appointment is as it is. A step whose
 * time passed before is not planned; one that is planned stays so though its minute has come. What went out stays.
 */
export function timedPlan(asked: Asked): TimedPlan {
  const { there, now } = asked
  const wanted = wantedOf(asked)
  const found = (id: string) => there.find((row) => row.id === id)
  return {
    insert: wanted.filter(({ id, due }) => !found(id) && due > now),
    plan: wanted.flatMap(({ id, due }) => {
      const row = found(id)
      const isToMove = row?.state === 'planned' && row.dueAt !== due
      return isToMove || (row?.state === 'skipped' && due > now) ? [{ id, due }] : []
    }),
    remove: there
      .filter(({ id, state, event }) => state === 'planned' && isTimed(event) && !wanted.some((each) => each.id === id))
      .map(({ id }) => id),
  }
}

function wantedOf({ id, status, steps, has, officeZone, quiet, now, ...span }: Asked): Wanted[] {
  const events = timedWhile(status)
  return steps.flatMap((step): Wanted[] => {
    const { key, event, amount, unit, isOn, way } = step
    if (!isOn || !isTimed(event) || !events.includes(event)) return []
    const isBefore = event === 'reminder'
    const asSet = dueAt({ event, amount, unit }, span, officeZone)
    if (!isBefore && asSet < now - LATEST_AFTER_MS) return []
    const shift = { startsAt: isBefore ? span.startsAt : null, notBefore: now }
    // Written down after its time, it is still to be said: in a minute, so that a slip can be put right before.
    const due = outOfQuietHours(isBefore ? asSet : Math.max(asSet, now + WAIT_MS), quiet, shift)
    if (due === null) return []
    return channelsOf(way, has).map((channel) => ({
      ...{ id: timedMessageId(id, key, channel, span.startsAt), stepKey: key, event, channel, due },
    }))
  })
}

/** How long a correction is waited for. */
const WAIT_MS = 60_000
