import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextId, nextOccurrence } from '../../../worker/features/tasks/rules/next-occurrence.ts'
import type { Repeat } from '../../../worker/features/tasks/rules/repeat.ts'
import { repeatWords } from '../../../worker/features/tasks/rules/repeat-words.ts'

const BERLIN = 'Europe/Berlin'
const noon = (day: string) => new Date(`${day}T12:00:00Z`)
const every = (every: number, unit: Repeat['unit'], from: Repeat['from'] = 'due', onDay?: number): Repeat => ({
  ...{ every, unit, from },
  ...(onDay === undefined ? {} : { onDay }),
})
const next = (dueOn: string | null, doneOn: string, repeat: Repeat) =>
  nextOccurrence({ dueOn, dueAt: null, remindAt: null, doneAt: noon(doneOn), repeat }, BERLIN)

describe('a task that comes again', () => {
  test.each([
    ['2026-03-02', '2026-03-02', every(1, 'day'), '2026-03-03'],
    ['2026-03-02', '2026-03-01', every(2, 'week'), '2026-03-16'],
    // Done late: what was missed is left out, and the rhythm stays.
    ['2026-03-02', '2026-03-20', every(2, 'week'), '2026-03-30'],
    ['2026-03-02', '2026-03-16', every(2, 'week'), '2026-03-16'],
    ['2020-03-02', '2026-03-20', every(1, 'day'), '2026-03-20'],
    ['2026-03-02', '2026-03-20', every(2, 'week', 'done'), '2026-04-03'],
    [null, '2026-03-20', every(10, 'day'), '2026-03-30'],
    ['2026-01-31', '2026-01-31', every(1, 'month'), '2026-02-28'],
    ['2026-02-28', '2026-02-28', every(1, 'month', 'due', 31), '2026-03-31'],
    ['2026-01-31', '2026-03-05', every(1, 'month'), '2026-03-31'],
    ['2028-02-29', '2028-02-29', every(1, 'year'), '2029-02-28'],
    ['2029-02-28', '2031-06-01', every(1, 'year', 'due', 29), '2032-02-29'],
    ['2026-12-31', '2026-12-31', every(3, 'month'), '2027-03-31'],
  ] as const)('due on %s and done on %s, %j, is due on %s', (dueOn, doneOn, repeat, expected) => {
    expect(next(dueOn, doneOn, repeat).dueOn).toBe(expected)
  })

  test('remembers the day of the month that is meant, until a month has it again', () => {
    const short = next('2026-01-31', '2026-01-31', every(1, 'month'))
    expect(short.repeat).toEqual(every(1, 'month', 'due', 31))
    expect(next(short.dueOn, short.dueOn, short.repeat)).toMatchObject({
      dueOn: '2026-03-31',
      repeat: every(1, 'month'),
    })
  })

  test('keeps its time of day across summer time, and its reminder the distance', () => {
    const dueAt = new Date('2026-03-28T08:00:00Z')
    const remindAt = new Date('2026-03-27T17:00:00Z')
    const task = { dueOn: '2026-03-28', dueAt, remindAt, doneAt: dueAt, repeat: every(1, 'day') }
    expect(nextOccurrence(task, BERLIN)).toMatchObject({
      ...{ dueOn: '2026-03-29', dueAt: new Date('2026-03-29T07:00:00Z'), remindAt: new Date('2026-03-28T17:00:00Z') },
    })
  })

  test('counts the day it was done on the clock of the zone', () => {
    const late = { dueOn: null, dueAt: null, remindAt: null, doneAt: new Date('2026-03-02T23:30:00Z') }
    const repeat = every(1, 'day', 'done')
    expect(nextOccurrence({ ...late, repeat }, BERLIN).dueOn).toBe('2026-03-04')
    expect(nextOccurrence({ ...late, repeat }, 'America/New_York').dueOn).toBe('2026-03-03')
  })

  const day = fc
    .integer({ min: 0, max: 20_000 })
    .map((days) => new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10))
  const repeats = fc.record({
    every: fc.integer({ min: 1, max: 365 }),
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
    from: fc.constantFrom('due' as const, 'done' as const),
  })

  test('is never before the day it was done, always after the day it was due, and the first such day', () => {
    fc.assert(
      fc.property(day, day, repeats, (dueOn, doneOn, repeat) => {
        const found = next(dueOn, doneOn, repeat).dueOn
        expect(found >= doneOn).toBe(true)
        if (repeat.from === 'done') {
          expect(found > doneOn).toBe(true)
          return
        }
        expect(found > dueOn).toBe(true)
        // Done a day earlier than the one found, it would be the same; done on time, no later.
        expect(next(dueOn, dueOn, repeat).dueOn <= found).toBe(true)
        expect(next(dueOn, found, repeat).dueOn).toBe(found)
      }),
    )
  })

  test('on a day of the month stays on that day wherever the month has it', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (dueOn, steps) => {
        let at = { dueOn, repeat: every(1, 'month') }
        for (let n = 0; n < steps; n++) at = next(at.dueOn, at.dueOn, at.repeat)
        const [year, month, found] = at.dueOn.split('-').map(Number)
        const longest = new Date(Date.UTC(year!, month!, 0)).getUTCDate()
        expect(found).toBe(Math.min(Number(dueOn.slice(8)), longest))
      }),
    )
  })
})

test('the id of the task that follows is the same whoever asks', () => {
  expect(nextId('a1')).toBe('a1~2')
  expect(nextId(nextId('a1'))).toBe('a1~3')
  expect(nextId('a1~9')).toBe('a1~10')
})

test('a repeat is said in words', () => {
  expect(repeatWords(every(1, 'week'))).toBe('every week')
  expect(repeatWords(every(2, 'week', 'done'))).toBe('every 2 weeks after it is done')
})
