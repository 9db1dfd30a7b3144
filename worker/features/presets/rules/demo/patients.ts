import type { DemoPerson } from '../preset.ts'

/** Made-up patients. A mother and her son share a phone, as families do. */
export const PATIENTS: readonly DemoPerson[] = [
  {
    ...{
      name: 'Nora Ashdown',
      email: 'nora.ashdown@postbox.example',
      phone: '+44 7700 900301',
      birthday: '1984-03-19',
    },
    values: {
      ...{ insurance: 'Public with top-up', insurance_number: 'A 114 208 553', allergies: 'Penicillin' },
      ...{ last_check_up: { inDays: -171 }, next_recall: { inDays: 9 }, last_x_ray: { inDays: -390 } },
    },
    deals: [],
    tasks: [{ title: 'Recall Nora Ashdown for her check-up', inDays: 9 }],
  },
  {
    ...{ name: 'Theo Ashdown', phone: '+44 7700 900301', birthday: '2015-08-02' },
    values: { insurance: 'Public', anxious: 'yes', last_check_up: { inDays: -171 }, next_recall: { inDays: 9 } },
    deals: [],
    tasks: [],
  },
  {
    ...{ name: 'Gerald Pike', email: 'gerald.pike@hearth.example', phone: '+44 20 7946 0302', birthday: '1951-11-30' },
    values: {
      ...{ insurance: 'Private', medication: 'Apixaban, twice a day', allergies: 'None known' },
      ...{ last_check_up: { inDays: -34 }, last_x_ray: { inDays: -34 } },
    },
    deals: [
      { title: 'Bridge, lower left', amount: '1860', stage: 'With the insurance', expectedInDays: 24, sinceDays: 16 },
    ],
    tasks: [{ title: 'Ask his doctor about the blood thinner', inDays: 1, priority: 'high' }],
  },
  {
    ...{ name: 'Ines Carvalho', email: 'ines.carvalho@northmail.example', phone: '+44 7700 900304' },
    values: { insurance: 'Public', anxious: 'yes', last_check_up: { inDays: -412 } },
    deals: [{ title: 'Root canal and crown', amount: '940', stage: 'Plan sent', expectedInDays: 18, sinceDays: 15 }],
    tasks: [{ title: 'Call Ines about the plan', inDays: 0, priority: 'high' }],
  },
  {
    ...{ name: 'Malik Osei', email: 'malik.osei@kestrelworks.example', phone: '+44 7700 900305' },
    values: { insurance: 'Pays by themselves', last_check_up: { inDays: -63 } },
    deals: [{ title: 'Aligners', amount: '3200', stage: 'First visit booked', expectedInDays: 60, sinceDays: 5 }],
    tasks: [],
  },
  {
    ...{ name: 'Wilma Trent', phone: '+44 20 7946 0306', birthday: '1947-05-08' },
    values: { insurance: 'Public', allergies: 'Latex', last_check_up: { inDays: -12 } },
    deals: [{ title: 'New upper denture', amount: '1120', stage: 'Accepted', expectedInDays: -3, sinceDays: 3 }],
    tasks: [{ title: 'Book the fitting for Wilma Trent', inDays: 2 }],
  },
]
