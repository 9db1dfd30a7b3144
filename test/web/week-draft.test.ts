import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  copiedToWorkdays,
  draftOf,
  faultInDate,
  faultInDay,
  faultInWeek,
  inWords,
  mayPassMidnight,
  windowsOf,
  withOneMore,
  written,
} from '../../web/features/hours/week-draft.ts'

const stretch = (start: string, end: string, overMidnight = false) => ({ start, end, overMidnight })
const clock = fc.tuple(fc.nat(23), fc.nat(59)).map((parts) => parts.map((n) => String(n).padStart(2, '0')).join(':'))

describe('the hours of a week in a form', () => {
  it('are sent as they came, the next midnight being 24:00 and no slip of the pen', () => {
    const windows = [
      { day: 1, ...stretch('09:00', '12:00') },
      { day: 1, ...stretch('13:00', '24:00') },
      { day: 5, ...stretch('22:00', '02:00', true) },
    ]
    expect(draftOf(windows)[1]).toEqual([stretch('09:00', '12:00'), stretch('13:00', '00:00')])
    expect(windowsOf(draftOf(windows))).toEqual(windows)
  })

  it('are sent in the order of the day, however they were written', () => {
    const draft = draftOf([]).with(1, [stretch('13:00', '17:00'), stretch('09:00', '12:00')])
    expect(windowsOf(draft).map(({ start }) => start)).toEqual(['09:00', '13:00'])
  })

  it('never say that they go on after midnight where they cannot', () => {
    fc.assert(
      fc.property(clock, clock, fc.boolean(), (start, end, overMidnight) => {
        const sent = written({ start, end, overMidnight })
        expect(sent.overMidnight).toBe(overMidnight && end !== '00:00' && end <= start)
        expect(mayPassMidnight({ start, end })).toBe(end !== '00:00' && end <= start)
      }),
    )
  })

  it.each([
    [[stretch('09:00', '17:00')], null],
    [[stretch('09:00', '')], /both times/],
    [[stretch('17:00', '09:00')], /ends before it starts/],
    [[stretch('17:00', '09:00', true)], null],
    [[stretch('09:00', '12:00'), stretch('11:00', '13:00')], /overlap/],
  ])('%j on a Tuesday: %s', (stretches, fault) => {
    const week = draftOf([]).with(2, stretches)
    if (fault === null) expect(faultInWeek(week)).toBeNull()
    else expect(faultInWeek(week)).toMatch(fault)
    if (fault === null) expect(faultInDate('2027-03-02', stretches)).toBeNull()
    else expect(faultInDate('2027-03-02', stretches)).toMatch(fault)
  })

  it('say of each day what is wrong on it, and of the week what reaches from one day into another', () => {
    const wrong = draftOf([]).with(1, [stretch('12:00', '09:00')])
    expect(faultInDay(wrong, 1)).toMatch(/ends before it starts/)
    expect(faultInDay(wrong, 2)).toBeNull()
    const reaching = draftOf([])
      .with(1, [stretch('20:00', '02:00', true)])
      .with(2, [stretch('01:00', '05:00')])
    expect([faultInDay(reaching, 1), faultInDay(reaching, 2)]).toEqual([null, null])
    expect(faultInWeek(reaching)).toMatch(/overlap/)
  })

  it('grow by some after a break, and by the usual ones first', () => {
    expect(withOneMore([])).toEqual([stretch('09:00', '17:00')])
    expect(withOneMore([stretch('09:00', '12:00')])?.[1]).toEqual(stretch('13:00', '15:00'))
    expect(withOneMore([stretch('09:00', '22:30')])?.[1]).toEqual(stretch('23:00', '00:00'))
    for (const end of ['23:00', '23:30', '00:00', '02:00']) expect(withOneMore([stretch('18:00', end)])).toBeNull()
  })

  it('are copied to the other workdays, and leave the weekend alone', () => {
    const week = draftOf([
      { day: 1, ...stretch('08:00', '12:00') },
      { day: 6, ...stretch('10:00', '14:00') },
    ])
    const copied = copiedToWorkdays(week, 1)
    expect(copied.map((day) => inWords(day))).toEqual([
      'closed',
      ...Array.from({ length: 5 }, () => '08:00 – 12:00'),
      '10:00 – 14:00',
    ])
  })
})
