import type { OfficeWords } from '../office/use-words.ts'

const WORDS: Record<string, string> = {
  message_received: 'Wrote',
  message_sent: 'Was answered',
  task_created: 'Task',
  task_done: 'Task done',
  deal_created: 'Deal',
  deal_updated: 'Deal changed',
  deal_moved: 'Deal moved',
  appointment_requested: 'Asked for an appointment',
  appointment_confirmed: 'Appointment agreed',
  appointment_done: 'Was here',
  appointment_booked: 'Appointment booked',
  appointment_moved: 'Appointment moved',
  appointment_cancelled: 'Appointment cancelled',
  appointment_arrived: 'Arrived',
  appointment_missed: 'Did not come',
  appointment_reopened: 'Appointment stands again',
  appointment_told: 'Was told',
  appointment_agreed: 'Will come to',
  text_received: 'Wrote a text',
  note_added: 'Note',
  contact_merged: 'Merged with',
  company_created: 'Added to the list',
  company_updated: 'Changed',
  relation_added: 'Relation',
  consent_changed: 'Consent',
  file_added: 'File',
  file_renamed: 'File renamed',
  file_removed: 'File deleted',
  undone: 'Taken back',
}

/** What happened, before the title of what it happened to. */
export function activityWords(kind: string, { one, aOne }: OfficeWords): string {
  if (kind === 'contact_created') return `Became ${aOne}`
  return kind === 'contact_updated' ? `${one} changed` : (WORDS[kind] ?? 'Noted')
}
