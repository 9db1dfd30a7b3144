import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isReminderDue, lookingAt, VIEWS, type Viewed, viewOf } from '../../../worker/features/tasks/rules/view-of.ts'

const NOW = new Date('2026-03-02T22:30:00Z')
/** It is half past eleven in the evening in Berlin. */
const mine = lookingAt(NOW, 'Europe/Berlin', 'me')
const at = (iso: string) => new Date(iso)
const task = (more: Partial<Viewed>): Viewed => ({
  ...{ dueOn: null, dueAt: null, doneAt: null, snoozedUntil: null, assigneeId: null, isWaiting: false },
  ...more,
})

describe('the view of a task', () => {
  test.each<[string, Partial<Viewed>, string]>([
    ['that has no day', {}, 'upcoming'],
    ['due today', { dueOn: '2026-03-02' }, 'my_day'],
    ['of mine due today', { dueOn: '2026-03-02', assigneeId: 'me' }, 'my_day'],
    ['of another due today', { dueOn: '2026-03-02', assigneeId: 'you' }, 'upcoming'],
    ['due yesterday', { dueOn: '2026-03-01' }, 'overdue'],
    ['of another due yesterday', { dueOn: '2026-03-01', assigneeId: 'you' }, 'overdue'],
    ['due tomorrow', { dueOn: '2026-03-03' }, 'upcoming'],
    ['due before midnight', { dueOn: '2026-03-02', dueAt: at('2026-03-02T22:45:00Z') }, 'my_day'],
    ['due at midnight', { dueOn: '2026-03-03', dueAt: at('2026-03-02T23:00:00Z') }, 'upcoming'],
    ['due an hour ago', { dueOn: '2026-03-02', dueAt: at('2026-03-02T21:30:00Z') }, 'overdue'],
    [
      'due today by its assignee’s clock and tomorrow by mine',
      { dueOn: '2026-03-02', dueAt: at('2026-03-03T03:00:00Z') },
      'upcoming',
    ],
    ['that waits', { isWaiting: true }, 'waiting'],
    ['that waits until tomorrow', { isWaiting: true, dueOn: '2026-03-03' }, 'waiting'],
    ['that waited until today', { isWaiting: true, dueOn: '2026-03-02' }, 'my_day'],
    ['that waited too long', { isWaiting: true, dueOn: '2026-03-01' }, 'overdue'],
    ['that sleeps', { snoozedUntil: at('2026-03-02T22:31:00Z'), dueOn: '2026-03-01' }, 'snoozed'],
    ['that woke', { snoozedUntil: NOW }, 'my_day'],
    ['of another that woke', { snoozedUntil: NOW, assigneeId: 'you' }, 'upcoming'],
    ['that is done', { doneAt: NOW, snoozedUntil: at('2027-01-01T00:00:00Z') }, 'done'],
  ])('%s', (_words, more, expected) => {
    expect(viewOf(task(more), mine)).toBe(expected)
  })

  test('of a day has 23 hours when summer time begins', () => {
    const looking = lookingAt(at('2026-03-29T10:00:00Z'), 'Europe/Berlin', 'me')
    expect(looking).toMatchObject({ today: '2026-03-29', tomorrowAt: at('2026-03-29T22:00:00Z') })
  })

  test('is one of the views, and what is open never stands under done', () => {
    const instant = fc.option(
      fc.date({ min: at('2026-02-20T00:00:00Z'), max: at('2026-03-20T00:00:00Z'), noInvalidDate: true }),
    )
    const tasks = fc.record({
      dueOn: fc.option(fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-03')),
      ...{ dueAt: instant, doneAt: instant, snoozedUntil: instant },
      assigneeId: fc.constantFrom(null, 'me', 'you'),
      isWaiting: fc.boolean(),
    })
    fc.assert(
      fc.property(tasks, (each) => {
        const view = viewOf(each, mine)
        expect(VIEWS).toContain(view)
        expect(view === 'done').toBe(each.doneAt !== null)
        if (view === 'my_day') expect(each.assigneeId).not.toBe('you')
      }),
    )
  })
})

describe('a reminder', () => {
  const due = { remindAt: NOW, remindedAt: null, doneAt: null, archivedAt: null, snoozedUntil: null }
  test.each([
    ['is due at its time', due, true],
    ['is not due before', { ...due, remindAt: at('2026-03-02T22:30:01Z') }, false],
    ['is given once', { ...due, remindedAt: NOW }, false],
    ['is not given of what is done', { ...due, doneAt: NOW }, false],
    ['is not given of what lies in the trash', { ...due, archivedAt: NOW }, false],
    ['waits for a task that sleeps', { ...due, snoozedUntil: at('2026-03-03T08:00:00Z') }, false],
    ['is given when it wakes', { ...due, snoozedUntil: NOW }, true],
    ['is not there where none was asked for', { ...due, remindAt: null }, false],
  ])('%s', (_words, reminding, expected) => {
    expect(isReminderDue(reminding, NOW)).toBe(expected)
  })
})
