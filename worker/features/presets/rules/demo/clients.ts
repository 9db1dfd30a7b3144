import type { DemoPerson } from '../preset.ts'

/** Made-up clients of a law office. */
export const CLIENTS: readonly DemoPerson[] = [
  {
    ...{ name: 'Adaeze Bright', email: 'adaeze.bright@postbox.example', phone: '+44 7700 900321' },
    values: {
      ...{ case_number: '112/26', area: 'Employment', opposing_party: 'Fennel Logistics Ltd', rate: '220' },
      ...{ opposing_counsel: 'Crane & Lowe', next_deadline: { inDays: 6 }, conflict_checked: 'yes', power: 'yes' },
    },
    deals: [
      { title: 'Bright against Fennel Logistics', amount: '3400', stage: 'Retained', expectedInDays: -9, sinceDays: 9 },
    ],
    tasks: [{ title: 'Draft the claim, Bright against Fennel', inDays: 3, priority: 'high' }],
  },
  {
    ...{ name: 'Robert Hale', email: 'robert.hale@hearth.example', phone: '+44 20 7946 0322' },
    values: { case_number: '118/26', area: 'Inheritance', opposing_party: 'Susan Hale', conflict_checked: 'yes' },
    deals: [
      {
        title: 'Estate of Edith Hale',
        amount: '5200',
        stage: 'Engagement letter sent',
        expectedInDays: 8,
        sinceDays: 6,
      },
    ],
    tasks: [{ title: 'Ask Robert Hale for the signed letter', inDays: 1 }],
  },
  {
    ...{ name: 'Lena Voss', email: 'lena.voss@northmail.example', phone: '+44 7700 900323' },
    values: { area: 'Tenancy', opposing_party: 'Parkside Homes', legal_insurance: 'Aldgate Legal, no. 88 201' },
    deals: [
      { title: 'Deposit withheld by Parkside', amount: '650', stage: 'Consultation', expectedInDays: 12, sinceDays: 4 },
    ],
    tasks: [{ title: 'Ask the insurance whether it covers Voss', inDays: 2 }],
  },
  {
    ...{ name: 'Mehmet Aksoy', email: 'mehmet@aksoybakery.example', phone: '+44 7700 900324' },
    values: { area: 'Contracts', opposing_party: 'Millstone Supplies' },
    deals: [
      { title: 'Supply contract reviewed', amount: '900', stage: 'Conflict check', expectedInDays: 20, sinceDays: 1 },
    ],
    tasks: [{ title: 'Check for conflicts: Millstone Supplies', inDays: 0, priority: 'high' }],
  },
  {
    ...{ name: 'Clara Jennings', email: 'clara.jennings@brightwater.example', phone: '+44 7700 900325' },
    values: {
      case_number: '097/26',
      area: 'Family',
      opposing_party: 'Daniel Jennings',
      power: 'yes',
      conflict_checked: 'yes',
    },
    deals: [],
    tasks: [{ title: 'Tell Clara Jennings where things stand', inDays: 4 }],
  },
]
