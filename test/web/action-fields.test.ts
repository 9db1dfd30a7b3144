import { describe, expect, test } from 'vitest'
import { editedAction, fieldsOf } from '../../web/features/assistant/action-fields.ts'
import { Action } from '../../worker/features/assistant/rules/actions.ts'

const ZONE = 'Europe/London'
const ACTIONS: Action[] = [
  { kind: 'create_contact', payload: { name: 'Nora', phones: ['+442079460321'], emails: ['nora@example.com'] } },
  { kind: 'update_contact', payload: { name: null, phones: ['+442079460321', '+442079460322'], emails: [] } },
  { kind: 'create_task', payload: { title: 'Call Nora', dueOn: '2026-11-24' } },
  { kind: 'create_deal', payload: { title: 'Wedding', amount: null } },
  {
    kind: 'request_appointment',
    payload: { title: 'Cut', service: 'cut', wantedAt: '2026-07-23T15:00:00.000Z', wantedOn: null },
  },
  { kind: 'draft_reply', payload: { text: 'Hi Nora,\n\nof course.' } },
  { kind: 'mark_spam', payload: {} },
]

describe('the form of a suggestion', () => {
  test.each(ACTIONS)('gives back the action that it was given: $kind', (action) => {
    expect(Action.parse(editedAction(action, fieldsOf(action, ZONE), ZONE))).toEqual(action)
  })

  test('shows times on the clock of the office', () => {
    const fields = ACTIONS.flatMap((action) => fieldsOf(action, ZONE))
    expect(fields.find(({ key }) => key === 'wantedAt')?.value).toBe('2026-07-23T16:00')
  })

  test('is refused without a title', () => {
    const [task] = ACTIONS.filter(({ kind }) => kind === 'create_task')
    if (!task) throw new Error('There is no task among the actions.')
    const emptied = fieldsOf(task, ZONE).map((field) => (field.key === 'title' ? { ...field, value: ' ' } : field))
    expect(Action.safeParse(editedAction(task, emptied, ZONE)).success).toBe(false)
  })
})
