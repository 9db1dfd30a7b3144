import { type Booking, on, type ServiceName } from './story.ts'

type Line = [at: string, service: ServiceName, who: string]

const agreed = (day: number, lines: readonly Line[]): Booking[] =>
  lines.map(([at, service, who]) => ({ day, at, service, who }))

/** Agreed by mail: `booked` is when the salon answered. */
const BY_MAIL: readonly Booking[] = [
  { day: -14, at: '10:00', service: 'Cut and blow dry', who: 'Grace Okafor', booked: on(-19, '10:20') },
  { day: -15, at: '15:45', service: "Children's cut", who: 'Fintan Brennan', booked: on(-17, '09:45') },
  { day: -15, at: '16:15', service: "Children's cut", who: 'Orla Brennan', booked: on(-17, '09:46') },
  { day: -11, at: '17:15', service: 'Root touch-up', who: 'Yuki Tanaka', booked: on(-16, '14:10') },
  { day: -12, at: '12:30', service: "Men's cut", who: 'Marcus Bell', booked: on(-13, '09:30') },
  { day: -7, at: '08:00', service: 'Cut and blow dry', who: 'Eleanor Frost', booked: on(-10, '10:00') },
  { day: -5, at: '14:30', service: 'Gel nails', who: 'Sofia Almeida', booked: on(-8, '11:00') },
  { day: -4, at: '11:00', service: 'Cut and blow dry', who: 'Joan Whitlock', booked: on(-8, '12:10') },
  { day: -2, at: '16:30', service: "Men's cut", who: 'Rhys Morgan', booked: on(-5, '15:20') },
  { day: 3, at: '13:15', service: 'Balayage', who: 'Camille Dubois', booked: on(-3, '14:25') },
  { day: -13, at: '11:00', service: 'Full colour', who: 'Priyanka Shah', booked: on(-17, '10:00') },
  { day: -1, at: '09:30', service: 'Highlights', who: 'Isla McKenzie', booked: on(-8, '17:35') },
  { day: 4, at: '10:00', service: 'Bridal trial', who: 'Emma Sutherland', booked: on(-16, '12:40') },
  { day: -3, at: '09:30', service: 'Keratin treatment', who: 'Imogen Clarke', booked: on(-10, '20:40') },
  { day: -6, at: '12:00', service: 'Cut and blow dry', who: 'Laila Haddad', booked: on(-12, '16:30') },
  { day: -12, at: '09:00', service: 'Full colour', who: 'Victoria Ashe', booked: on(-13, '11:50') },
]

const PAST: readonly Booking[] = [
  ...agreed(-20, [
    ['09:30', 'Cut and blow dry', 'Beatrice Holloway'],
    ['14:00', "Men's cut", 'Tomasz Nowak'],
  ]),
  ...agreed(-19, [
    ['11:00', 'Manicure', 'Fatima Rahman'],
    ['15:00', 'Highlights', 'Jasmine Cole'],
  ]),
  ...agreed(-18, [
    ['10:00', 'Cut and blow dry', 'Lucy Fairweather'],
    ['16:00', 'Fringe trim', 'Zoë Lambert'],
  ]),
  ...agreed(-17, [['09:30', 'Full colour', 'Simone Baptiste']]),
  ...agreed(-16, [
    ['12:00', "Men's cut", 'Daniel Okafor'],
    ['15:30', 'Gel nails', 'Georgia Wren'],
  ]),
  ...agreed(-15, [
    ['10:00', 'Full colour', 'Victoria Ashe'],
    ['13:00', 'Cut and blow dry', 'Margaret Dunn'],
  ]),
  ...agreed(-14, [['14:00', 'Balayage', 'Emily Carrow']]),
  ...agreed(-13, [
    ['09:30', 'Cut and blow dry', 'Theresa Quinn'],
    ['15:00', "Men's cut", 'Ravi Menon'],
  ]),
  ...agreed(-11, [
    ['10:30', 'Manicure', 'Meera Shah'],
    ['13:00', 'Cut and blow dry', 'Amara Nwosu'],
  ]),
  ...agreed(-10, [
    ['09:30', 'Updo', 'Victoria Ashe'],
    ['16:00', "Men's cut", 'Patrick Brennan'],
  ]),
  ...agreed(-9, [
    ['10:00', 'Root touch-up', 'Gwen Pritchard'],
    ['14:00', 'Cut and blow dry', 'Olivia Sørensen'],
  ]),
  ...agreed(-8, [
    ['11:00', 'Cut and blow dry', 'Lucy Fairweather'],
    ['14:30', 'Fringe trim', 'Ada Okafor'],
  ]),
  ...agreed(-7, [
    ['12:00', 'Cut and blow dry', 'Theresa Quinn'],
    ['15:00', 'Highlights', 'Hannah Lindqvist'],
  ]),
  ...agreed(-6, [
    ['09:30', 'Cut and blow dry', 'Pearl Hutchins'],
    ['16:30', "Men's cut", 'Sam Whitlock'],
  ]),
  ...agreed(-4, [['14:00', 'Full colour', 'Simone Baptiste']]),
  ...agreed(-3, [
    ['13:00', 'Manicure', 'Fatima Rahman'],
    ['16:00', "Men's cut", 'Kenji Tanaka'],
  ]),
  ...agreed(-2, [
    ['10:00', 'Cut and blow dry', 'Ruth Abelman'],
    ['13:00', 'Root touch-up', 'Jasmine Cole'],
  ]),
  ...agreed(-1, [
    ['13:00', 'Cut and blow dry', 'Harriet Lowe'],
    ['15:00', 'Cut and blow dry', 'Beatrice Holloway'],
  ]),
]

/** Who did not come. */
const MISSED: readonly Booking[] = [
  { day: -14, at: '17:00', service: "Men's cut", who: 'Ben Adeyemi', missed: true },
  { day: -9, at: '16:30', service: 'Gel nails', who: 'Georgia Wren', missed: true },
  { day: -3, at: '17:30', service: "Men's cut", who: 'Ravi Menon', missed: true },
]

/** Who gave it up, or moved it, by mail. */
const CANCELLED: readonly Booking[] = [
  { day: -16, at: '11:00', service: 'Full colour', who: 'Priyanka Shah', cancelled: on(-17, '09:58') },
  { day: -10, at: '13:00', service: "Men's cut", who: 'Dev Patel', cancelled: on(-10, '09:12') },
  { day: -6, at: '10:00', service: 'Highlights', who: 'Isla McKenzie', cancelled: on(-8, '17:34') },
  { day: -2, at: '10:30', service: "Men's cut", who: 'Leo Abelman', cancelled: on(-4, '11:42') },
]

const AHEAD: readonly Booking[] = [
  ...agreed(0, [
    ['09:30', 'Cut and blow dry', 'Grace Okafor'],
    ['11:00', 'Root touch-up', 'Yuki Tanaka'],
    ['14:00', "Men's cut", 'Marcus Bell'],
    ['16:00', 'Manicure', 'Meera Shah'],
  ]),
  ...agreed(1, [
    ['10:00', 'Balayage', 'Georgia Wren'],
    ['11:30', 'Fringe trim', 'Zoë Lambert'],
    ['15:00', 'Cut and blow dry', 'Margaret Dunn'],
  ]),
  ...agreed(2, [
    ['09:30', 'Cut and blow dry', 'Lucy Fairweather'],
    ['13:00', "Men's cut", 'Tomasz Nowak'],
    ['16:00', "Children's cut", 'Ada Okafor'],
  ]),
  ...agreed(3, [['10:00', 'Highlights', 'Jasmine Cole']]),
  ...agreed(5, [
    ['10:00', 'Cut and blow dry', 'Theresa Quinn'],
    ['14:00', 'Gel nails', 'Sofia Almeida'],
  ]),
  ...agreed(6, [
    ['09:30', 'Full colour', 'Anneliese Vogt'],
    ['15:00', "Men's cut", 'Rhys Morgan'],
  ]),
  ...agreed(8, [
    ['11:00', 'Cut and blow dry', 'Pearl Hutchins'],
    ['14:00', 'Updo', 'Emily Carrow'],
  ]),
  ...agreed(10, [['10:00', 'Cut and blow dry', 'Eleanor Frost']]),
  ...agreed(12, [
    ['15:45', "Children's cut", 'Fintan Brennan'],
    ['16:15', "Children's cut", 'Orla Brennan'],
  ]),
]

/** Four weeks behind and two ahead, at most three chairs at a time. */
export const DIARY: readonly Booking[] = [...BY_MAIL, ...PAST, ...MISSED, ...CANCELLED, ...AHEAD]
