import type { Intent } from '../../../worker/features/assistant/rules/intents.ts'

/** What a message wants, in the words of the screen. */
export const INTENT_NAMES: Record<Intent, string> = {
  appointment: 'Appointment',
  reschedule_cancel: 'Move or cancel',
  lead_quote: 'New enquiry',
  customer_question: 'Question',
  complaint: 'Complaint',
  invoice_payment: 'Invoice',
  job_application: 'Application',
  sales_pitch: 'Sales pitch',
  newsletter: 'Newsletter',
  spam: 'Spam',
  other: 'Something else',
}

type Tone = 'accent' | 'warn' | 'bad' | 'plain'

/** How loud the intent is: what earns or costs the office something stands out, the rest stays grey. */
export const INTENT_TONES: Record<Intent, Tone> = {
  appointment: 'accent',
  reschedule_cancel: 'warn',
  lead_quote: 'accent',
  customer_question: 'plain',
  complaint: 'bad',
  invoice_payment: 'warn',
  job_application: 'plain',
  sales_pitch: 'plain',
  newsletter: 'plain',
  spam: 'plain',
  other: 'plain',
}
