import { describe, expect, it } from 'vitest'
import { mayMark } from '../../../worker/features/appointments/rules/next-status.ts'
import { type PolicyRows, policyFrom } from '../../../worker/features/appointments/rules/policy-from.ts'
import { policyWith } from './policy.ts'

const NINE = [{ day: 1, start: '09:00', end: '17:00' }]
const TEN = [{ day: 1, start: '10:00', end: '12:00' }]
const rows = (hours: Partial<PolicyRows['hours']>, timeZone: string | null = null): PolicyRows => ({
  ...{ readAt: 1, office: policyWith().office, services: [], serviceStaff: [], resources: [], fromOn: '2026-03-01' },
  members: [
    { userId: 'anna', name: 'Anna', timeZone, role: 'staff' },
    { userId: 'vera', name: 'Vera', timeZone: null, role: 'viewer' },
  ],
  hours: { weekly: [{ who: 'office', timeZone: null, windows: NINE }], dates: [], off: [], ...hours },
})
const anna = (...args: Parameters<typeof rows>) => policyFrom(rows(...args)).staff[0]!

describe('the rules of an office, from its rows', () => {
  it('book nobody who only looks', () => {
    expect(policyFrom(rows({})).staff.map(({ id }) => id)).toEqual(['anna'])
  })

  it('give whoever has no hours the office’s, and whoever has some their own, on their own clock', () => {
    expect(anna({}).hours).toEqual(NINE)
    const own = { who: 'anna', timeZone: 'Asia/Tokyo', windows: TEN }
    expect(anna({ weekly: [{ who: 'office', timeZone: 'Europe/Paris', windows: NINE }, own] })).toMatchObject({
      ...{ hours: TEN, timeZone: 'Asia/Tokyo' },
    })
    expect(anna({ weekly: [{ who: 'office', timeZone: 'Europe/Paris', windows: NINE }] }).timeZone).toBe('Europe/Paris')
    expect(anna({}, 'Asia/Tokyo').timeZone).toBe('Asia/Tokyo')
  })

  it.each([
    ['the office’s date', [['office', '10:00']], [], [], '10:00'],
    [
      'a date of their own before the office’s',
      [
        ['office', '10:00'],
        ['anna', '11:00'],
      ],
      [],
      [],
      '11:00',
    ],
    ['time off before all', [['anna', '11:00']], [['anna', '2026-03-01', '2026-03-03']], [], null],
    [
      'a date of their own on a holiday of the office',
      [['anna', '11:00']],
      [['office', '2026-03-02', '2026-03-02']],
      [],
      '11:00',
    ],
    ['a holiday of the office', [], [['office', '2026-02-01', '2026-03-02']], [], null],
    ['with own hours not the office’s other windows', [['office', '10:00']], [], ['anna'], undefined],
    ['with own hours the office’s closed day', [['office', null]], [], ['anna'], null],
  ] as const)('on a date count %s', (_, dates, off, own, expected) => {
    const { dateHours } = anna({
      weekly: [
        { who: 'office', timeZone: null, windows: NINE },
        ...own.map((who) => ({ who, timeZone: null, windows: TEN })),
      ],
      dates: dates.map(([who, start]) => ({
        who,
        date: '2026-03-02',
        windows: start === null ? [] : [[start, '12:00']],
      })),
      off: off.map(([who, fromOn, toOn]) => ({ who, fromOn, toOn })),
    })
    const found = dateHours.find(({ date }) => date === '2026-03-02')
    expect(found && (found.windows[0]?.[0] ?? null)).toBe(expected)
  })

  it('forget days off that are over', () => {
    const { dateHours } = anna({ off: [{ who: 'anna', fromOn: '2025-01-01', toOn: '2026-03-02' }] })
    expect(dateHours.map(({ date }) => date)).toEqual(['2026-03-01', '2026-03-02'])
  })
})

describe('a mark', () => {
  const at = 1000
  it.each([
    ['requested', 'confirmed', at - 1, 'ok'],
    ['requested', 'arrived', at, 'not_possible'],
    ['confirmed', 'arrived', at - 1, 'ok'],
    ['confirmed', 'no_show', at - 1, 'not_yet'],
    ['confirmed', 'no_show', at, 'ok'],
    ['confirmed', 'done', at - 1, 'not_yet'],
    ['no_show', 'confirmed', at - 1, 'ok'],
    ['no_show', 'done', at, 'ok'],
    ['done', 'done', at, 'not_possible'],
    ['cancelled', 'confirmed', at, 'not_possible'],
  ] as const)('from %s to %s', (status, mark, now, expected) => {
    const answer = mayMark(now, { status, startsAt: at }, mark)
    expect(answer.ok ? 'ok' : answer.why).toBe(expected)
  })
})
