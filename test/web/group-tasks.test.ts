import { describe, expect, test } from 'vitest'
import { groupOf, groupTasks } from '../../web/features/tasks/group-tasks.ts'

const TODAY = '2026-11-23'
const task = (dueOn: string | null, doneAt: string | null = null) => ({ dueOn, doneAt })

describe('the group of a task', () => {
  test.each([
    ['2026-11-22', 'overdue'],
    ['2026-11-23', 'today'],
    ['2026-11-24', 'tomorrow'],
    ['2026-11-25', 'week'],
    ['2026-11-29', 'week'],
    ['2026-11-30', 'later'],
    [null, 'undated'],
  ] as const)('due on %s is %s', (dueOn, group) => {
    expect(groupOf(task(dueOn), TODAY)).toBe(group)
  })

  test('is "done" whatever its day was', () => {
    expect(groupOf(task('2026-11-01', '2026-11-20T10:00:00Z'), TODAY)).toBe('done')
  })

  test('crosses the end of a year', () => {
    expect(groupOf(task('2027-01-01'), '2026-12-31')).toBe('tomorrow')
  })
})

test('groups come in their order, tasks in theirs, and empty groups are left out', () => {
  const tasks = [task(null), task('2026-11-20'), task('2026-11-23'), task('2026-11-21')]
  expect(groupTasks(tasks, TODAY)).toEqual([
    { group: 'overdue', tasks: [tasks[1], tasks[3]] },
    { group: 'today', tasks: [tasks[2]] },
    { group: 'undated', tasks: [tasks[0]] },
  ])
})
