import type { Intent } from './intents.ts'
import { wantsToCancel } from './proposals/cancels.ts'
import { evidenceOf, type Facts, type Matter, type Understanding } from './proposals/matter.ts'
import type { Proposal } from './proposals/proposal.ts'
import { proposeAppointment } from './proposals/propose-appointment.ts'
import { proposeContact } from './proposals/propose-contact.ts'
import { proposeDeal } from './proposals/propose-deal.ts'
import { proposeDraft } from './proposals/propose-draft.ts'
import { proposeTask } from './proposals/propose-task.ts'
import { senderName } from './proposals/sender.ts'
import { topicAfterColon, topicOf } from './proposals/topic.ts'
import { asksForSomething } from './summary.ts'

export type { Facts, Proposal, Understanding }

function proposeReschedule(matter: Matter): Proposal[] {
  const wish = wantsToCancel(matter.understanding) ? 'cancel' : 'move'
  const which = matter.facts.hasUpcomingAppointment ? 'the appointment' : 'an appointment, but none is planned'
  const title = `${senderName(matter)} wants to ${wish} ${which}`
  return [proposeTask(matter, title, 'today'), ...proposeDraft(matter, 'reschedule_cancel')]
}

function proposeForLead(matter: Matter): Proposal[] {
  const { understanding, facts } = matter
  const title = `Urgent request from ${senderName(matter)}${topicOf(understanding)}`
  return [
    ...(facts.hasOpenDeal ? [] : [proposeDeal(matter)]),
    ...(understanding.urgent ? [proposeTask(matter, title, 'today')] : []),
    ...proposeDraft(matter, 'lead_quote'),
  ]
}

function proposeForComplaint(matter: Matter): Proposal[] {
  const title = `Complaint from ${senderName(matter)}${topicAfterColon(matter.understanding)}`
  return [proposeTask(matter, title, 'today'), ...proposeDraft(matter, 'complaint')]
}

/** A task to answer, where the message asks for something at all. */
function proposeForOther(matter: Matter): Proposal[] {
  const { understanding } = matter
  const asks = understanding.summary.some(({ quote }) => asksForSomething(quote))
  return asks ? [proposeTask(matter, `Reply to ${senderName(matter)}${topicOf(understanding)}`, 'soon')] : []
}

/** What follows from each intent. */
const FOLLOWS: Readonly<Record<Intent, (matter: Matter) => Proposal[]>> = {
  appointment: (matter) => [proposeAppointment(matter), ...proposeDraft(matter, 'appointment')],
  reschedule_cancel: proposeReschedule,
  lead_quote: proposeForLead,
  customer_question: (matter) => [
    proposeTask(matter, `Reply to ${senderName(matter)}${topicOf(matter.understanding)}`, 'soon'),
    ...proposeDraft(matter, 'customer_question'),
  ],
  complaint: proposeForComplaint,
  invoice_payment: (matter) => [
    proposeTask(matter, `${senderName(matter)} about a payment${topicAfterColon(matter.understanding)}`, 'soon'),
  ],
  job_application: (matter) => [proposeTask(matter, `Look at the application of ${senderName(matter)}`, 'soon')],
  sales_pitch: () => [],
  newsletter: () => [],
  spam: (matter) => [
    {
      action: { kind: 'mark_spam', payload: {} },
      evidence: evidenceOf(matter),
      confidence: matter.understanding.confidence,
    },
  ],
  other: proposeForOther,
}

/** Senders of these are nobody the office serves. */
const NO_CONTACT: readonly Intent[] = ['sales_pitch', 'newsletter', 'spam']

/**
 * What could be done about a message, the contact first, each with the words it rests on and a confidence: that of the
 * intent, or for a contact that of the evidence. A pure table; whether anything happens by itself is the gate's business.
 */
export function proposeActions(understanding: Understanding, facts: Facts): Proposal[] {
  const matter = { understanding, facts }
  const isPerson = !NO_CONTACT.includes(understanding.intent) && !facts.bulk
  return [...(isPerson ? proposeContact(matter) : []), ...FOLLOWS[understanding.intent](matter)]
}
