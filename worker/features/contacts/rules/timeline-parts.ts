import type { ActivityKind } from '../../../../db/schema/timeline.ts'

/** What the timeline can be narrowed to; `changes` is all that is none of the others. */
export const TIMELINE_PARTS = ['messages', 'notes', 'tasks', 'deals', 'appointments', 'files', 'changes'] as const
export type TimelinePart = (typeof TIMELINE_PARTS)[number]

const PART_OF: Record<ActivityKind, TimelinePart> = {
  contact_created: 'changes',
  contact_updated: 'changes',
  contact_merged: 'changes',
  contact_unmerged: 'changes',
  company_created: 'changes',
  company_updated: 'changes',
  message_received: 'messages',
  message_sent: 'messages',
  note_added: 'notes',
  file_added: 'files',
  file_renamed: 'files',
  file_removed: 'files',
  consent_changed: 'changes',
  relation_added: 'changes',
  tagged: 'changes',
  task_created: 'tasks',
  task_done: 'tasks',
  deal_created: 'deals',
  deal_updated: 'deals',
  deal_moved: 'deals',
  appointment_requested: 'appointments',
  appointment_confirmed: 'appointments',
  appointment_booked: 'appointments',
  appointment_moved: 'appointments',
  appointment_cancelled: 'appointments',
  appointment_arrived: 'appointments',
  appointment_done: 'appointments',
  appointment_missed: 'appointments',
  appointment_reopened: 'appointments',
  appointment_told: 'messages',
  appointment_agreed: 'appointments',
  text_received: 'messages',
  trashed: 'changes',
  restored: 'changes',
  undone: 'changes',
}

/** The kinds of lines that belong to these parts; of none, those of all. */
export const kindsIn = (parts: readonly TimelinePart[]): string[] | null =>
  parts.length === 0
    ? null
    : Object.entries(PART_OF)
        .filter(([, part]) => parts.includes(part))
        .map(([kind]) => kind)

/** The parts that an address names, in the order of the screen; what it names besides is left out. */
export const partsIn = (named: string): TimelinePart[] => {
  const names = named.split(',')
  return TIMELINE_PARTS.filter((part) => names.includes(part))
}
