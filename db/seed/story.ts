import type { ActionKind } from '../../worker/features/assistant/rules/actions.ts'
import type { Moment } from '../../worker/features/office/rules/demo-days.ts'

/** How somebody in the story is known before the first mail, and for how many days. */
export type Person = { name: string; email?: string; phone?: string; sinceDays: number }
export type Household = { name: string; people: readonly string[] }

/** What happens next in a conversation, so many minutes after what happened before. */
export type Turn = { after: number } & (
  | { kind: 'they'; text: string; quotes: boolean; contentType?: string; headers?: readonly string[] }
  | { kind: 'we'; text: string; rejects: readonly ActionKind[] }
  | { kind: 'look' }
  | { kind: 'close'; as: 'done' | 'spam' }
)
/** `{day+2}` and `{date-3}` in a text stand for open days, counted from the day on which the demo is made. */
export type Conversation = { from: string; subject: string; begins: Moment; turns: readonly [Turn, ...Turn[]] }

export type Booking = {
  day: number
  at: string
  service: ServiceName
  who: string
  /** When it was agreed; without it, a few days before. */
  booked?: Moment
  missed?: true
  cancelled?: Moment
}
export type Job = { title: string; who?: string; begins: Moment; dueInDays?: number; done?: Moment }
export type Prospect = {
  who: string
  title: string
  amount: string
  /** In how many days from today it is expected to be won. */
  expectedInDays: number
  begins: Moment
  moves: readonly (readonly [stage: 'Talking' | 'Quote sent' | 'Won' | 'Lost', when: Moment])[]
}

/** What the salon does, and how many minutes it takes. */
export const SERVICES = {
  'Cut and blow dry': 60,
  "Men's cut": 30,
  "Children's cut": 30,
  'Fringe trim': 15,
  'Root touch-up': 90,
  'Full colour': 120,
  Balayage: 180,
  Highlights: 150,
  'Colour consultation': 20,
  Manicure: 45,
  'Gel nails': 60,
  'Bridal trial': 120,
  'Keratin treatment': 150,
  Updo: 60,
} as const
export type ServiceName = keyof typeof SERVICES

const MINUTES_PER_HOUR = 60

/** The customer's first letter. */
export const they = (text: string): Turn => ({ kind: 'they', after: 0, text, quotes: false })
/** The customer's answer, with what it answers quoted below, as mail programs do. */
export const theyAnswer = (hours: number, text: string): Turn => ({
  kind: 'they',
  after: hours * MINUTES_PER_HOUR,
  text,
  quotes: true,
})
/** One more letter before anybody answered. */
export const theyAdd = (hours: number, text: string): Turn => ({
  kind: 'they',
  after: hours * MINUTES_PER_HOUR,
  text,
  quotes: false,
})
/** The salon's answer. What the assistant proposed is accepted with it, but for what it `rejects`. */
export const we = (hours: number, text: string, rejects: readonly ActionKind[] = []): Turn => ({
  kind: 'we',
  after: hours * MINUTES_PER_HOUR,
  text,
  rejects,
})
/** Somebody read it and left it for later. */
export const look = (hours: number): Turn => ({ kind: 'look', after: hours * MINUTES_PER_HOUR })
export const close = (hours: number, as: 'done' | 'spam' = 'done'): Turn => ({
  kind: 'close',
  after: hours * MINUTES_PER_HOUR,
  as,
})

export const on = (day: number, at: string): Moment => ({ day, at })
export const ago = (minutesAgo: number): Moment => ({ minutesAgo })
