import { holdsBack } from '../flags.ts'
import type { EntityKind } from '../intents.ts'
import { wantsToCancel } from './cancels.ts'
import { evidenceOf, type Matter, named } from './matter.ts'
import type { Proposal } from './proposal.ts'
import { firstName } from './sender.ts'

export type AnsweredIntent = 'appointment' | 'reschedule_cancel' | 'lead_quote' | 'customer_question' | 'complaint'

const lacks = (matter: Matter, ...kinds: EntityKind[]) => kinds.every((kind) => named(matter, kind).length === 0)

/** "a, b and c". */
const listed = (parts: readonly string[]) => new Intl.ListFormat('en-GB').format(parts)

function askAppointment(matter: Matter): string[] {
  const missing = [
    ...(lacks(matter, 'service') ? ['what you would like to have done'] : []),
    ...(lacks(matter, 'date', 'time') ? ['which days and times suit you'] : []),
  ]
  const ask = missing.length > 0 ? [`Could you tell us ${listed(missing)}?`] : []
  return ['Thank you for your message. We will look at the calendar and come back to you.', ...ask]
}

function askReschedule(matter: Matter): string[] {
  const unknown = matter.facts.hasUpcomingAppointment ? [] : ['Could you tell us which appointment you mean?']
  const isOpen = !wantsToCancel(matter.understanding) && lacks(matter, 'date', 'time')
  const times = isOpen ? ['Which other days and times would suit you?'] : []
  return ['Thank you for letting us know. We will look at the calendar and come back to you.', ...unknown, ...times]
}

function askLead(matter: Matter): string[] {
  const missing = [
    ...(lacks(matter, 'service') ? ['what exactly you need'] : []),
    ...(lacks(matter, 'date', 'time') ? ['when you would like it'] : []),
    ...(lacks(matter, 'phone') ? ['on which number we can reach you'] : []),
  ]
  const ask = missing.length > 0 ? [`So that we can prepare an offer, could you tell us ${listed(missing)}?`] : []
  return ['Thank you for getting in touch. We will look at your request and come back to you.', ...ask]
}

const answerQuestion = () => ['Thank you for your question. We will find out and come back to you.']

/** Sorry for how somebody feels; nothing about whose fault it was, and nothing about money. */
const answerComplaint = (matter: Matter) => [
  'I am sorry to hear that you are not happy. Thank you for telling us; we will look into what happened and come back to you.',
  ...(lacks(matter, 'date') ? ['Could you tell us on which day this was?'] : []),
]

const ANSWERS: Readonly<Record<AnsweredIntent, (matter: Matter) => string[]>> = {
  appointment: askAppointment,
  reschedule_cancel: askReschedule,
  lead_quote: askLead,
  customer_question: answerQuestion,
  complaint: answerComplaint,
}

/**
 * A short answer to begin from: it thanks, asks for what is missing, and promises neither a time nor a price. None for
 * a flagged message, which deserves a person's own words, and none for one that was sent to many.
 */
export function proposeDraft(matter: Matter, intent: AnsweredIntent): Proposal[] {
  const { understanding, facts } = matter
  if (holdsBack(understanding.flags) || facts.bulk) return []
  const name = firstName(matter)
  const lines = [name ? `Hi ${name},` : 'Hello,', ANSWERS[intent](matter).join(' '), 'Kind regards']
  const payload = { text: lines.join('\n\n') }
  const { confidence } = understanding
  return [{ action: { kind: 'draft_reply', payload }, evidence: evidenceOf(matter), confidence }]
}
