import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MESSAGE_STATES, mayBecome } from '../../../worker/features/customer-messages/rules/delivery.ts'
import { eventOf } from '../../../worker/features/customer-messages/rules/event-of.ts'
import { invitationFor } from '../../../worker/features/customer-messages/rules/invitation.ts'
import { channelsOf, EVENTS, stepsFor } from '../../../worker/features/customer-messages/rules/steps.ts'
import { notWanted } from '../../../worker/features/customer-messages/rules/still-wanted.ts'
import { timedPlan } from '../../../worker/features/customer-messages/rules/timed-plan.ts'
import { USUAL_STEPS } from '../../../worker/features/customer-messages/rules/usual-steps.ts'
import { APPOINTMENT_STATUSES } from '../../../worker/kernel/diary.ts'
import { DAY_MS, HOUR_MS } from '../../../worker/kernel/time.ts'

const START = Date.parse('2026-07-15T08:00Z')
const both = { email: true, sms: true }

describe('by which way a step goes', () => {
  it.each([
    ['email', both, ['email']],
    ['sms', both, ['sms']],
    ['both', both, ['email', 'sms']],
    ['sms', { email: true, sms: false }, ['email']],
    ['email', { email: false, sms: true }, ['sms']],
    ['both', { email: false, sms: true }, ['sms']],
    ['both', { email: false, sms: false }, []],
  ] as const)('%s for %j', (way, has, channels) => expect(channelsOf(way, has)).toEqual(channels))
})

describe('the steps of a service', () => {
  const usual = USUAL_STEPS.slice(0, 2)
  const [first] = usual
  const changed = { ...first!, subject: 'Office', serviceId: null }
  const own = { ...first!, subject: 'Own', serviceId: 's' }
  it('are its own, else the office’s, else the usual', () => {
    expect(stepsFor(usual, [], 's').map(({ subject }) => subject)).toEqual(usual.map(({ subject }) => subject))
    expect(stepsFor(usual, [changed], 's')[0]!.subject).toBe('Office')
    expect(stepsFor(usual, [changed, own], 's')[0]!.subject).toBe('Own')
    expect(stepsFor(usual, [changed, own], 'other')[0]!.subject).toBe('Office')
    expect(stepsFor(usual, [changed, own], null)[0]!.subject).toBe('Office')
  })
  it('hold a reminder that was added, and none that only a service still has', () => {
    const added = { ...first!, key: 'r2', event: 'reminder' as const, serviceId: null }
    expect(stepsFor(usual, [added], null).map(({ key }) => key)).toContain('r2')
    expect(stepsFor(usual, [{ ...added, serviceId: 's' }], 's').map(({ key }) => key)).not.toContain('r2')
  })
})

describe('what a customer is told of a change', () => {
  const agreed = { isAgreed: true, isByCustomer: false }
  it.each([
    ['appointment_booked', agreed, [], false, 'booked'],
    ['appointment_requested', { isAgreed: false, isByCustomer: false }, [], false, 'requested'],
    ['appointment_confirmed', agreed, ['appointment_requested'], true, 'approved'],
    ['appointment_moved', agreed, ['appointment_booked'], true, 'moved'],
    ['appointment_moved', agreed, ['appointment_booked'], false, 'booked'],
    ['appointment_moved', { isAgreed: false, isByCustomer: true }, ['appointment_requested'], false, 'requested'],
    ['appointment_cancelled', agreed, ['appointment_booked'], true, 'cancelled'],
    ['appointment_cancelled', agreed, ['appointment_booked'], false, null],
    ['appointment_cancelled', agreed, ['appointment_requested'], true, 'declined'],
    ['appointment_cancelled', { isAgreed: false, isByCustomer: true }, ['appointment_requested'], true, 'cancelled'],
    ['appointment_reopened', agreed, ['appointment_booked', 'appointment_cancelled'], true, 'booked'],
    ['appointment_reopened', agreed, ['appointment_booked', 'appointment_missed'], true, null],
    ['appointment_arrived', agreed, ['appointment_booked'], true, null],
    ['note_added', agreed, [], true, null],
  ] as const)('%s, %j after %j, told: %s → %s', (kind, now, kinds, wasTold, event) => {
    expect(eventOf(kind, now, { kinds, wasTold })).toBe(event)
  })
})

describe('a message', () => {
  it('is not wanted once its appointment has another time, or is gone', () => {
    for (const event of EVENTS)
      for (const status of APPOINTMENT_STATUSES) {
        const told = { event, startsAt: START }
        expect(notWanted(told, { status, startsAt: START + HOUR_MS }, START - DAY_MS)).not.toBeNull()
        expect(notWanted(told, null, START - DAY_MS)).toBe('The appointment is gone.')
      }
  })
  it.each([
    ['reminder', 'confirmed', -1, null],
    ['reminder', 'confirmed', 0, 'has begun'],
    ['reminder', 'cancelled', -1, 'was cancelled'],
    ['reminder', 'requested', -1, 'not agreed'],
    ['booked', 'arrived', -1, 'has begun'],
    ['cancelled', 'cancelled', -1, null],
    ['follow_up', 'done', 1, null],
    ['missed', 'done', 1, 'is over'],
  ] as const)('%s of one that is %s, %i ms from the start', (event, status, after, why) => {
    const said = notWanted({ event, startsAt: START }, { status, startsAt: START }, START + after)
    if (why === null) expect(said).toBeNull()
    else expect(said).toContain(why)
  })
  it('only ever becomes more than it was', () => {
    const state = fc.constantFrom(...MESSAGE_STATES)
    fc.assert(
      fc.property(fc.array(state, { maxLength: 12 }), fc.array(fc.integer(), { maxLength: 12 }), (states, order) => {
        const outcome = (all: readonly (typeof MESSAGE_STATES)[number][]) =>
          all.reduce((now, next) => (mayBecome(now, next) ? next : now), 'sending' as (typeof MESSAGE_STATES)[number])
        const shuffled = states.map((each, n) => [order[n] ?? n, each] as const).toSorted(([a], [b]) => a - b)
        const [one, other] = [outcome(states), outcome([...shuffled.map(([, each]) => each), ...states])]
        expect(mayBecome(one, other) || mayBecome(other, one)).toBe(false)
      }),
    )
  })
})

describe('the plan of reminders', () => {
  const base = {
    ...{ id: 'a', status: 'confirmed' as const, startsAt: START, endsAt: START + HOUR_MS, now: START - 5 * DAY_MS },
    ...{ steps: USUAL_STEPS, has: both, officeZone: 'Europe/Berlin', there: [] },
    quiet: { fromMinute: 0, untilMinute: 0, timeZone: 'Europe/Berlin' },
  }
  it('holds each way once, a day before', () => {
    const { insert } = timedPlan(base)
    expect(insert.map(({ event, channel, due }) => [event, channel, due])).toEqual([
      ['reminder', 'email', START - DAY_MS],
      ['reminder', 'sms', START - DAY_MS],
    ])
  })
  it('carried out, has nothing more to do; of another start, everything is replaced', () => {
    const offset = fc.integer({ min: 1, max: 20 * 24 * 60 })
    fc.assert(
      fc.property(offset, offset, (before, moved) => {
        const now = START - before * 60_000
        const first = timedPlan({ ...base, now })
        const there = first.insert.map(({ id, event, due }) => ({ id, event, state: 'planned' as const, dueAt: due }))
        expect(timedPlan({ ...base, now, there })).toEqual({ insert: [], plan: [], remove: [] })
        const startsAt = START + moved * 60_000
        const after = timedPlan({ ...base, now, there, startsAt, endsAt: startsAt + HOUR_MS })
        expect(after.remove.toSorted()).toEqual(there.map(({ id }) => id).toSorted())
        expect(after.insert.every(({ id }) => !there.some((row) => row.id === id))).toBe(true)
      }),
    )
  })
  it('leaves what went out, drops what is planned when it is called off, and plans again what was left out', () => {
    const id = timedPlan(base).insert[0]!.id
    const row = (state: 'sent' | 'planned' | 'skipped') => ({
      id,
      event: 'reminder' as const,
      state,
      dueAt: START - DAY_MS,
    })
    expect(timedPlan({ ...base, status: 'cancelled', there: [row('sent')] })).toEqual({
      insert: [],
      plan: [],
      remove: [],
    })
    expect(timedPlan({ ...base, status: 'cancelled', there: [row('planned')] }).remove).toEqual([id])
    expect(timedPlan({ ...base, there: [row('skipped')] }).plan).toEqual([{ id, due: START - DAY_MS }])
    expect(timedPlan({ ...base, there: [row('sent')] }).plan).toEqual([])
  })
  it('keeps one whose minute has come and whose sweep is late', () => {
    const { id } = timedPlan(base).insert[0]!
    const there = [{ id, event: 'reminder' as const, state: 'planned' as const, dueAt: START - DAY_MS }]
    expect(timedPlan({ ...base, now: START - DAY_MS + 60_000, there }).remove).toEqual([])
  })
})

describe('an invitation', () => {
  const invited = {
    ...{ isAgreed: true, appointmentId: 'a', version: 3, host: 'foyer.test', service: 'Haircut', place: '' },
    ...{ stampAt: new Date(START - DAY_MS), startsAt: new Date(START), endsAt: new Date(START + HOUR_MS) },
    ...{ office: { name: 'Salon', email: 'in@foyer.test' }, customer: { name: 'Ann', email: 'ann@x.test' } },
    manageLink: 'https://foyer.test/a/x',
  }
  it.each([
    ['booked', true, 'REQUEST'],
    ['approved', true, 'REQUEST'],
    ['moved', true, 'REQUEST'],
    ['moved', false, null],
    ['cancelled', false, 'CANCEL'],
    ['requested', false, null],
    ['declined', false, null],
    ['reminder', true, null],
    ['follow_up', false, null],
  ] as const)('of %s (agreed: %s) is %s', (event, isAgreed, method) => {
    const found = invitationFor({ ...invited, event, isAgreed })
    if (method === null) expect(found).toBeNull()
    else {
      expect(found!.type).toBe(`text/calendar; method=${method}; charset=utf-8`)
      expect(found!.text).toContain(`METHOD:${method}\r\n`)
      expect(found!.text).toContain('UID:a@foyer.test\r\nSEQUENCE:2\r\n')
    }
  })
})
