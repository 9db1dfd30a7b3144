import type { Colour } from '../../worker/features/services/rules/service-words.ts'
import type { Booking, Person, ServiceName } from './story.ts'

/** Who works in the salon beside its owner. They are only in the story: nobody can sign in as one of them. */
export const COLLEAGUES = [
  { name: 'Joelle Martin', email: 'joelle@salonlumen.example' },
  { name: 'Kofi Asante', email: 'kofi@salonlumen.example' },
] as const
/** The owner first, then the colleagues in their order. */
export type TeamMember = 0 | 1 | 2

type Offered = { colour: Colour; price: number; by: readonly TeamMember[]; needsTable?: true }
/** How each service is shown, what it costs in pence, and who does it. */
export const OFFERED: Record<ServiceName, Offered> = {
  'Cut and blow dry': { colour: 'teal', price: 5200, by: [0, 1, 2] },
  "Men's cut": { colour: 'blue', price: 3000, by: [2, 1, 0] },
  "Children's cut": { colour: 'lime', price: 2200, by: [2, 1, 0] },
  'Fringe trim': { colour: 'green', price: 1200, by: [1, 2, 0] },
  'Root touch-up': { colour: 'orange', price: 7000, by: [0, 1, 2] },
  'Full colour': { colour: 'red', price: 9500, by: [0, 1] },
  Balayage: { colour: 'grape', price: 16000, by: [0, 1] },
  Highlights: { colour: 'violet', price: 12500, by: [0, 1, 2] },
  'Colour consultation': { colour: 'yellow', price: 0, by: [0, 1] },
  Manicure: { colour: 'pink', price: 3200, by: [1, 0], needsTable: true },
  'Gel nails': { colour: 'pink', price: 4200, by: [1, 0], needsTable: true },
  'Bridal trial': { colour: 'grape', price: 12000, by: [0] },
  'Keratin treatment': { colour: 'violet', price: 15000, by: [0, 1] },
  Updo: { colour: 'teal', price: 6000, by: [0, 1] },
}

export const OPENS = '09:00'
export const CLOSES = '19:00'

/** Who comes again and again, and of whom no mail tells. Their phones are from the ranges kept for stories. */
export const REGULARS: readonly Person[] = [
  'Alice Penrose',
  'Bernard Holt',
  'Carmen Reyes',
  'Dorothy Finch',
  'Edwin Marsh',
  'Freya Dalton',
  'Gareth Pugh',
  'Hilary Stone',
  'Ivan Petrov',
  'Jemima Rowe',
  'Keith Barlow',
  'Leila Mansour',
  'Miriam Katz',
  'Nigel Frost',
  'Oona Kelly',
  'Philippa Dean',
  'Quentin Ashby',
  'Rosa Conti',
  'Stuart Lang',
  'Tilda Nyström',
].map((name, n) => ({ name, phone: `07700 900${300 + n}`, sinceDays: 150 + n * 23 }))

type Slot = readonly [at: string, service: ServiceName]
/** What fills a day of each of the team, where nothing else of the story stands there. */
const USUAL_DAYS: readonly (readonly Slot[])[][] = [
  [
    [
      ['09:00', 'Cut and blow dry'],
      ['10:15', 'Root touch-up'],
      ['13:00', 'Full colour'],
      ['15:30', 'Cut and blow dry'],
      ['17:00', 'Updo'],
    ],
    [
      ['09:30', 'Highlights'],
      ['12:45', 'Cut and blow dry'],
      ['14:15', 'Colour consultation'],
      ['15:00', 'Root touch-up'],
      ['17:15', 'Cut and blow dry'],
    ],
  ],
  [
    [
      ['09:15', 'Cut and blow dry'],
      ['10:30', 'Gel nails'],
      ['12:00', 'Fringe trim'],
      ['13:30', 'Cut and blow dry'],
      ['15:00', 'Manicure'],
    ],
    [
      ['09:00', 'Root touch-up'],
      ['11:00', 'Manicure'],
      ['14:00', 'Highlights'],
      ['17:00', 'Fringe trim'],
    ],
  ],
  [
    [
      ['10:00', "Men's cut"],
      ['10:45', "Men's cut"],
      ['11:30', "Children's cut"],
      ['13:30', 'Cut and blow dry'],
      ['15:30', "Men's cut"],
      ['16:15', "Men's cut"],
    ],
    [
      ['09:30', "Men's cut"],
      ['11:00', 'Cut and blow dry'],
      ['14:00', "Children's cut"],
      ['14:45', "Men's cut"],
      ['16:30', 'Cut and blow dry'],
    ],
  ],
]
const FIRST_DAY = -6
const LAST_DAY = 9
/** Kofi is away from this open day on, for so many days of the calendar. */
export const KOFI_AWAY = { from: 7, days: 6, title: 'Holiday' }

/** A week on either side of today in which there is enough to do: each with whom it is meant for. */
export const USUAL: readonly (Booking & { with: TeamMember })[] = daysFrom(FIRST_DAY, LAST_DAY).flatMap((day, nth) =>
  ([0, 1, 2] as const).flatMap((who) => {
    const slots = USUAL_DAYS[who]?.[(nth + who) % 2] ?? []
    const isAway = who === 2 && day >= KOFI_AWAY.from
    return isAway ? [] : slots.map(([at, service], n) => ({ day, at, service, with: who, who: regular(nth, who, n) }))
  }),
)

function daysFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, n) => first + n)
}

/** Nobody comes twice on a day: there are more regulars than places in one. */
function regular(nth: number, who: TeamMember, n: number): string {
  return REGULARS[(nth * 7 + who * 6 + n) % REGULARS.length]?.name ?? ''
}
