import type { DemoPerson } from '../preset.ts'

/** Made-up clients of a salon. */
export const GUESTS: readonly DemoPerson[] = [
  {
    ...{ name: 'Juno Harper', email: 'juno.harper@postbox.example', phone: '+44 7700 900361', birthday: '1992-06-21' },
    values: {
      ...{ formula: '7.3 + 8.34, 1:1, 6 %, 35 min', stylist: 'Mara', hair: 'Wavy', drink: 'Oat flat white' },
      ...{ patch_test: { inDays: -120 }, last_colour: { inDays: -40 }, photos: 'yes' },
    },
    deals: [],
    tasks: [{ title: 'Write to Juno Harper about her roots', inDays: 2 }],
  },
  {
    ...{ name: 'Beth Conway', email: 'beth.conway@northmail.example', phone: '+44 7700 900362' },
    values: { hair: 'Fine', stylist: 'Mara', sensitive: 'Scalp reacts to ammonia' },
    deals: [
      {
        title: 'Wedding at Old Mill, five heads',
        amount: '620',
        stage: 'Trial booked',
        expectedInDays: 40,
        sinceDays: 8,
      },
    ],
    tasks: [{ title: 'Ask Beth Conway for pictures of the veil', inDays: 5 }],
  },
  {
    ...{ name: 'Ama Darko', email: 'ama.darko@hearth.example', phone: '+44 7700 900363' },
    values: { hair: 'Coily', stylist: 'Efua', drink: 'Mint tea', photos: 'yes' },
    deals: [
      { title: 'Ten treatments as a package', amount: '380', stage: 'Offer sent', expectedInDays: 6, sinceDays: 8 },
    ],
    tasks: [{ title: 'Ask Ama Darko about the package', inDays: 0, priority: 'high' }],
  },
  {
    ...{ name: 'Rosalind Eames', phone: '+44 20 7946 0364', birthday: '1944-02-03' },
    values: { hair: 'Normal', stylist: 'Mara', drink: 'Black tea, two sugars' },
    deals: [],
    tasks: [],
  },
  {
    ...{ name: 'Freya Lockhart', email: 'freya.lockhart@brightwater.example', phone: '+44 7700 900365' },
    values: { formula: '9.1 + 10.21, 1:2, 9 %, 40 min', hair: 'Thick', patch_test: { inDays: -15 } },
    deals: [{ title: 'Bridal hair, two trials', amount: '290', stage: 'Enquiry', expectedInDays: 75, sinceDays: 1 }],
    tasks: [{ title: 'Offer Freya Lockhart days for a trial', inDays: 1, priority: 'high' }],
  },
]
