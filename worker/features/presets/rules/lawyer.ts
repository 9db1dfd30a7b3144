import { CLIENTS } from './demo/clients.ts'
import type { Preset } from './preset.ts'

/** A law office: matters with their numbers, the other side, and terms that must not be missed. */
export const LAWYER: Preset = {
  key: 'lawyer',
  name: 'Lawyer',
  lead: 'Clients with their case numbers, the other side and the conflict check, and matters from the enquiry to the retainer.',
  words: { one: 'Client', many: 'Clients' },
  fields: [
    { key: 'case_number', record: 'contact', label: 'Case number', kind: 'text' },
    {
      ...{ key: 'area', record: 'contact', label: 'Area of law', kind: 'choice' },
      options: ['Family', 'Employment', 'Tenancy', 'Inheritance', 'Traffic', 'Contracts', 'Criminal'],
    },
    { key: 'opposing_party', record: 'contact', label: 'Opposing party', kind: 'text' },
    { key: 'opposing_counsel', record: 'contact', label: 'Opposing counsel', kind: 'text' },
    { key: 'court_number', record: 'contact', label: 'Court and file number', kind: 'text' },
    { key: 'next_deadline', record: 'contact', label: 'Next deadline', kind: 'date' },
    { key: 'conflict_checked', record: 'contact', label: 'Conflict checked', kind: 'flag' },
    { key: 'power', record: 'contact', label: 'Power of attorney', kind: 'flag' },
    { key: 'legal_insurance', record: 'contact', label: 'Legal insurance', kind: 'text' },
    { key: 'rate', record: 'contact', label: 'Agreed hourly rate', kind: 'money' },
    { key: 'registered', record: 'company', label: 'Register number', kind: 'text' },
  ],
  pipeline: {
    name: 'Matters',
    stages: [
      { name: 'Enquiry', kind: 'open', probability: 15, rottingDays: 2 },
      { name: 'Conflict check', kind: 'open', probability: 25, rottingDays: 2 },
      { name: 'Consultation', kind: 'open', probability: 45, rottingDays: 14 },
      { name: 'Engagement letter sent', kind: 'open', probability: 75, rottingDays: 7 },
      { name: 'Retained', kind: 'won', probability: 100, rottingDays: null },
      { name: 'Not taken on', kind: 'lost', probability: 0, rottingDays: null },
    ],
  },
  lostReasons: [
    'Conflict of interest',
    'No prospect of success',
    'Fees too high',
    'Not our area of law',
    'Settled by themselves',
  ],
  templates: [
    {
      ...{ title: 'Check for conflicts', daysAfter: 0, priority: 'high' },
      checklist: ['Client', 'Opposing party', 'Companies behind either', 'Note the result on the client'],
    },
    {
      ...{ title: 'Open the file', daysAfter: 1, priority: 'normal' },
      checklist: ['Case number', 'Power of attorney signed', 'Proof of identity', 'Legal insurance asked for cover'],
    },
    {
      ...{ title: 'Send the engagement letter', daysAfter: 2, priority: 'high' },
      checklist: ['Scope', 'Fees', 'Data protection notice'],
    },
    {
      ...{ title: 'Look at the deadline again', daysAfter: 7, priority: 'high' },
      checklist: ['Is the deadline in the diary?', 'Is the draft with the client?'],
    },
    { title: 'Tell the client where things stand', daysAfter: 14, priority: 'normal', checklist: [] },
    {
      ...{ title: 'Close the file', daysAfter: 30, priority: 'low' },
      checklist: ['Last bill', 'Originals returned', 'Date for destroying the file noted'],
    },
  ],
  demo: CLIENTS,
}
