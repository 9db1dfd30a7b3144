import { PATIENTS } from './demo/patients.ts'
import type { Preset } from './preset.ts'

/** A dental practice: recalls, treatment plans and what must be known before anybody opens their mouth. */
export const DENTIST: Preset = {
  key: 'dentist',
  name: 'Dentist',
  lead: 'Patients with their insurance, allergies and check-ups, and treatment plans from the first visit to the last.',
  words: { one: 'Patient', many: 'Patients' },
  fields: [
    {
      ...{ key: 'insurance', record: 'contact', label: 'Insurance', kind: 'choice' },
      options: ['Public', 'Private', 'Public with top-up', 'Pays by themselves'],
    },
    { key: 'insurance_number', record: 'contact', label: 'Insurance number', kind: 'text' },
    { key: 'allergies', record: 'contact', label: 'Allergies', kind: 'text' },
    { key: 'medication', record: 'contact', label: 'Medication', kind: 'text' },
    { key: 'anxious', record: 'contact', label: 'Anxious patient', kind: 'flag' },
    { key: 'last_check_up', record: 'contact', label: 'Last check-up', kind: 'date' },
    { key: 'next_recall', record: 'contact', label: 'Next recall', kind: 'date' },
    { key: 'last_x_ray', record: 'contact', label: 'Last X-ray', kind: 'date' },
  ],
  pipeline: {
    name: 'Treatment plans',
    stages: [
      { name: 'Enquiry', kind: 'open', probability: 20, rottingDays: 3 },
      { name: 'First visit booked', kind: 'open', probability: 40, rottingDays: 21 },
      { name: 'Plan sent', kind: 'open', probability: 60, rottingDays: 14 },
      { name: 'With the insurance', kind: 'open', probability: 75, rottingDays: 30 },
      { name: 'Accepted', kind: 'won', probability: 100, rottingDays: null },
      { name: 'Declined', kind: 'lost', probability: 0, rottingDays: null },
    ],
  },
  lostReasons: ['Own share too high', 'Insurance declined', 'Afraid of the treatment', 'Went to another practice'],
  templates: [
    {
      ...{ title: 'Recall for a check-up', daysAfter: 180, priority: 'normal' },
      checklist: ['Offer two times', 'Ask about new medication', 'Ask whether the insurance is still the same'],
    },
    {
      ...{ title: 'Call after the treatment', daysAfter: 1, priority: 'high' },
      checklist: ['Pain or swelling?', 'Medication taken as told?', 'Next visit booked?'],
    },
    {
      ...{ title: 'Send the treatment plan', daysAfter: 2, priority: 'normal' },
      checklist: ['Plan with costs', 'Copy to the insurance', 'Consent form'],
    },
    {
      ...{ title: 'Ask the insurance for an answer', daysAfter: 14, priority: 'normal' },
      checklist: [],
    },
    {
      ...{ title: 'Prepare a new patient', daysAfter: 0, priority: 'normal' },
      checklist: ['Send the health form', 'Ask for earlier X-rays', 'Note allergies and medication'],
    },
  ],
  demo: PATIENTS,
}
