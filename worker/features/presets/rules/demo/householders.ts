import type { DemoPerson } from '../preset.ts'

/** Made-up customers of a plumber. */
export const HOUSEHOLDERS: readonly DemoPerson[] = [
  {
    ...{ name: 'Doreen Falk', phone: '+44 20 7946 0341', birthday: '1948-09-12' },
    values: {
      ...{ property: 'House', boiler_make: 'Worcester', boiler_model: 'Greenstar 30i, 7731 600 118' },
      ...{ boiler_installed: { inDays: -2950 }, last_service: { inDays: -358 }, service_plan: 'yes' },
      ...{ access: 'Ring twice, she hears badly. Dog is friendly.', stopcock: 'Under the kitchen sink' },
    },
    deals: [],
    tasks: [{ title: 'Yearly boiler service at Doreen Falk’s', inDays: 7 }],
  },
  {
    ...{ name: 'Joel Amsel', email: 'joel.amsel@postbox.example', phone: '+44 7700 900342' },
    values: { property: 'Flat', boiler_make: 'Vaillant', access: 'Key with the shop downstairs, open 8 to 6' },
    deals: [{ title: 'New boiler with flue', amount: '2650', stage: 'Quote sent', expectedInDays: 15, sinceDays: 11 }],
    tasks: [{ title: 'Ask Joel Amsel about the quote', inDays: 0, priority: 'high' }],
  },
  {
    ...{ name: 'Kirsty Boyd', email: 'kirsty@boydbooks.example', phone: '+44 7700 900343' },
    values: { property: 'Shop', stopcock: 'In the yard, under the round lid', access: 'Not before 10' },
    deals: [
      {
        title: 'Basin and tap in the back room',
        amount: '480',
        stage: 'Visit booked',
        expectedInDays: 9,
        sinceDays: 2,
      },
    ],
    tasks: [{ title: 'Visit Kirsty Boyd and measure', inDays: 2 }],
  },
  {
    ...{ name: 'Samir Nasser', email: 'samir.nasser@northmail.example', phone: '+44 7700 900344' },
    values: { property: 'Rented out', boiler_make: 'Ideal', access: 'Tenant: 07700 900345, after 17:00' },
    deals: [
      { title: 'Two radiators and a valve', amount: '540', stage: 'Quote to write', expectedInDays: 14, sinceDays: 4 },
    ],
    tasks: [{ title: 'Write the quote for Samir Nasser', inDays: 1, priority: 'high' }],
  },
  {
    ...{ name: 'Petra Lund', email: 'petra.lund@hearth.example', phone: '+44 20 7946 0346' },
    values: { property: 'House', boiler_make: 'Baxi', last_service: { inDays: -20 } },
    deals: [{ title: 'Bathroom, first floor', amount: '6900', stage: 'Ordered', expectedInDays: -5, sinceDays: 5 }],
    tasks: [{ title: 'Order tray and screen for Petra Lund', inDays: 3 }],
  },
]
