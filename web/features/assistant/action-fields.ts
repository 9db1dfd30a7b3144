import type { Action } from '../../../worker/features/assistant/rules/actions.ts'
import { clockOf, instantOf } from '../../ui/dates.ts'

/** One field of the form that edits a suggestion. `list` holds one entry a line. */
export type ActionField = { key: string; label: string; type: 'line' | 'text' | 'list' | 'day' | 'time'; value: string }

const field = (key: string, label: string, type: ActionField['type'], value: string | null): ActionField => ({
  key,
  label,
  type,
  value: value ?? '',
})

/** The fields of an action, with what it holds now. Times stand on the office's clock. */
export function fieldsOf(action: Action, timeZone: string): ActionField[] {
  switch (action.kind) {
    case 'create_contact':
    case 'update_contact':
      return [
        field('name', 'Name', 'line', action.payload.name),
        field('emails', 'Mail addresses', 'list', action.payload.emails.join('\n')),
        field('phones', 'Phone numbers', 'list', action.payload.phones.join('\n')),
      ]
    case 'create_task':
      return [
        field('title', 'Task', 'line', action.payload.title),
        field('dueOn', 'Due on', 'day', action.payload.dueOn),
      ]
    case 'create_deal':
      return [
        field('title', 'Deal', 'line', action.payload.title),
        field('amount', 'Amount', 'line', action.payload.amount),
      ]
    case 'request_appointment': {
      const { title, service, wantedAt, wantedOn } = action.payload
      return [
        field('title', 'Appointment', 'line', title),
        field('service', 'Service', 'line', service),
        field('wantedOn', 'Wanted on', 'day', wantedOn),
        field('wantedAt', 'Wanted at', 'time', wantedAt && clockOf(wantedAt, timeZone)),
      ]
    }
    case 'draft_reply':
      return [field('text', 'Answer', 'text', action.payload.text)]
    case 'mark_spam':
      return []
  }
}

/** The action with what was typed into its fields; whether it is one is for its schema to judge. */
export function editedAction(action: Action, fields: readonly ActionField[], timeZone: string): unknown {
  const entries = fields.map(({ key, type, value }) => [key, payloadValue(type, value.trim(), timeZone)] as const)
  return { kind: action.kind, payload: { ...action.payload, ...Object.fromEntries(entries) } }
}

function payloadValue(type: ActionField['type'], value: string, timeZone: string): string | string[] | null {
  if (type === 'list')
    return value
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  if (value === '') return null
  return type === 'time' ? instantOf(value, timeZone) : value
}
