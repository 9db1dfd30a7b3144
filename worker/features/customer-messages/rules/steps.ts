/** What a customer is told of. `reminder`, `follow_up` and `missed` come at a time of their own, the others at once. */
export const EVENTS = [
  'booked',
  'requested',
  'approved',
  'declined',
  'moved',
  'cancelled',
  'reminder',
  'follow_up',
  'missed',
] as const
export type MessageEvent = (typeof EVENTS)[number]

export const TIMED = ['reminder', 'follow_up', 'missed'] as const satisfies readonly MessageEvent[]
export type TimedEvent = (typeof TIMED)[number]
export const isTimed = (event: MessageEvent): event is TimedEvent => TIMED.some((timed) => timed === event)

export const CHANNELS = ['email', 'sms'] as const
export type Channel = (typeof CHANNELS)[number]
/** By which way a step goes. Where somebody cannot be reached so, it goes the other way. */
export const WAYS = ['email', 'sms', 'both'] as const
export type Way = (typeof WAYS)[number]

export const UNITS = ['minute', 'hour', 'day', 'week'] as const
export type Unit = (typeof UNITS)[number]

/** One message of the office: what it is about, whether and how it goes out, when, and in which words. */
export type Step = {
  key: string
  event: MessageEvent
  isOn: boolean
  way: Way
  /** How long before the start (a reminder) or after the end (the other two); 0 for what goes out at once. */
  amount: number
  unit: Unit
  subject: string
  mailText: string
  smsText: string
}

/** A step as it is kept: for the whole office, or for one service in its place. */
export type KeptStep = Step & { serviceId: string | null }

/** The steps that count for a service (null: for what is of none): its own, else the office's, else the usual ones. */
export function stepsFor(usual: readonly Step[], kept: readonly KeptStep[], serviceId: string | null): Step[] {
  const own = new Map(kept.filter((step) => step.serviceId === serviceId).map((step) => [step.key, step]))
  const ofOffice = new Map(kept.filter((step) => step.serviceId === null).map((step) => [step.key, step]))
  const keys = new Set([...usual.map(({ key }) => key), ...ofOffice.keys()])
  const usualOf = (key: string) => usual.find((step) => step.key === key)
  const steps = [...keys].flatMap((key) => own.get(key) ?? ofOffice.get(key) ?? usualOf(key) ?? [])
  return steps.toSorted((one, other) => EVENTS.indexOf(one.event) - EVENTS.indexOf(other.event))
}

/** By which ways somebody is told who can be reached by these: as the step says, or else by whatever there is. */
export function channelsOf(way: Way, has: Record<Channel, boolean>): Channel[] {
  const wanted = CHANNELS.filter((channel) => (way === 'both' || way === channel) && has[channel])
  return wanted.length > 0 ? wanted : CHANNELS.filter((channel) => has[channel])
}
