/** The office of the demo, and who works in it. Its password is printed on every start: it opens nothing but the demo. */
export const SALON = {
  officeId: '0193a1b2-0000-7000-8000-5a10171e0001',
  name: 'Salon Lumen',
  slug: 'salon-lumen',
  timeZone: 'Europe/London',
  country: 'GB',
  currency: 'GBP',
  inboxKey: 'salonlumen-5kq2wd7r',
  inboxLabel: 'Front desk',
} as const

export const OWNER = {
  name: 'Mara Lindqvist',
  email: 'demo@foyer.localhost',
  password: 'welcome to foyer',
} as const
