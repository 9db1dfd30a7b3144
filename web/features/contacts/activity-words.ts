/** What happened, before the title of what it happened to. */
const WORDS: Record<string, string> = {
  contact_created: 'Became a contact',
  contact_updated: 'Contact changed',
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

export const activityWords = (kind: string) => WORDS[kind] ?? 'Noted'
