import type { Action, ActionKind } from '../../../worker/features/assistant/rules/actions.ts'
import { oneLine } from '../../../worker/kernel/text.ts'
import { dayInWords, longWhen } from '../../ui/dates.ts'
import { type OfficeWords, useWords } from '../office/use-words.ts'

const names = ({ inOne }: OfficeWords): Record<ActionKind, string> => ({
  create_contact: `New ${inOne}`,
  update_contact: `Update ${inOne}`,
  create_task: 'New task',
  create_deal: 'New deal',
  request_appointment: 'Appointment wanted',
  draft_reply: 'Draft an answer',
  mark_spam: 'Move to spam',
})

const done = ({ one }: OfficeWords): Record<ActionKind, string> => ({
  create_contact: `${one} added`,
  update_contact: `${one} updated`,
  create_task: 'Task added',
  create_deal: 'Deal added',
  request_appointment: 'Appointment noted',
  draft_reply: 'Draft written',
  mark_spam: 'Moved to spam',
})

/** What the assistant proposes, as a label. */
export const useActionNames = () => names(useWords())

/** What was done, once it is done. */
export const useActionsDone = () => done(useWords())

const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ')

/** What exactly would be done, in one line; days are told from `today` on the office's calendar. */
export function actionLine(action: Action, today: string, timeZone: string): string {
  switch (action.kind) {
    case 'create_contact':
    case 'update_contact':
      return joined(action.payload.name, ...action.payload.emails, ...action.payload.phones)
    case 'create_task':
      return joined(action.payload.title, action.payload.dueOn && `due ${dayInWords(action.payload.dueOn, today)}`)
    case 'create_deal':
      return joined(action.payload.title, action.payload.amount)
    case 'request_appointment': {
      const { title, service, wantedAt, wantedOn } = action.payload
      const when = wantedAt ? longWhen(wantedAt, timeZone) : wantedOn && dayInWords(wantedOn, today)
      return joined(title, service === title ? null : service, when)
    }
    case 'draft_reply':
      return oneLine(action.payload.text)
    case 'mark_spam':
      return 'The conversation leaves the inbox. Nothing is deleted.'
  }
}
