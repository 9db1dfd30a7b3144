import { GUESTS } from './demo/guests.ts'
import type { Preset } from './preset.ts'

/** A hair salon: colours that must come out the same again, who cuts whom, and weddings. */
export const SALON: Preset = {
  key: 'salon',
  name: 'Salon',
  lead: 'Clients with their colour formulas and favourite stylists, and weddings and packages from the enquiry to the day.',
  words: { one: 'Client', many: 'Clients' },
  fields: [
    { key: 'formula', record: 'contact', label: 'Hair colour formula', kind: 'text' },
    { key: 'stylist', record: 'contact', label: 'Preferred stylist', kind: 'text' },
    {
      ...{ key: 'hair', record: 'contact', label: 'Hair type', kind: 'choice' },
      options: ['Fine', 'Normal', 'Thick', 'Wavy', 'Curly', 'Coily'],
    },
    { key: 'patch_test', record: 'contact', label: 'Last patch test', kind: 'date' },
    { key: 'sensitive', record: 'contact', label: 'Allergies and sensitivities', kind: 'text' },
    { key: 'last_colour', record: 'contact', label: 'Last colour', kind: 'date' },
    { key: 'drink', record: 'contact', label: 'Tea or coffee', kind: 'text' },
    { key: 'photos', record: 'contact', label: 'Photos may be shown', kind: 'flag' },
  ],
  pipeline: {
    name: 'Weddings and packages',
    stages: [
      { name: 'Enquiry', kind: 'open', probability: 25, rottingDays: 2 },
      { name: 'Trial booked', kind: 'open', probability: 60, rottingDays: 30 },
      { name: 'Offer sent', kind: 'open', probability: 70, rottingDays: 7 },
      { name: 'Booked', kind: 'won', probability: 100, rottingDays: null },
      { name: 'Not booked', kind: 'lost', probability: 0, rottingDays: null },
    ],
  },
  lostReasons: ['Day already taken', 'Over the budget', 'Went to another salon', 'Wedding put off'],
  templates: [
    {
      ...{ title: 'Patch test before colour', daysAfter: 2, priority: 'high' },
      checklist: ['Behind the ear, 48 hours before', 'Note the date on the client'],
    },
    {
      ...{ title: 'Time for a root touch-up', daysAfter: 42, priority: 'normal' },
      checklist: ['Look up the formula', 'Offer their stylist first'],
    },
    {
      ...{ title: 'Plan the bridal trial', daysAfter: 7, priority: 'normal' },
      checklist: ['Pictures of dress and veil', 'How many heads', 'Where and from when on the day', 'Deposit'],
    },
    { title: 'How do you like it?', daysAfter: 3, priority: 'low', checklist: ['Write two lines', 'Ask for a review'] },
    { title: 'Birthday greeting', daysAfter: null, priority: 'low', checklist: [] },
  ],
  demo: GUESTS,
}
