import type { Offer } from '../../../kernel/diary.ts'
import { DAY_MS, MINUTE_MS } from '../../../kernel/time.ts'
import { startOfDay } from './local-days.ts'
import { horizonOf, offers } from './offers.ts'
import type { Policy, ServiceRules } from './policy.ts'
import { dayNumberAt } from './time/to-instant.ts'
import type { View } from './view.ts'

export const EMPTY_BECAUSE = ['closed', 'full', 'too_soon', 'beyond_horizon', 'trouble'] as const
/** Why a day has nothing to offer; null where it has. */
export type Day = { date: string; offers: Offer[]; why: (typeof EMPTY_BECAUSE)[number] | null }

export type AskDays = {
  now: number
  /** The first day, `YYYY-MM-DD` in the viewer's zone, and how many. */
  first: string
  days: number
  viewerTimeZone: string
  staffIds: readonly string[]
}

/** The stretch of time that these days are. */
export function rangeOf({ first, days, viewerTimeZone }: Pick<AskDays, 'first' | 'days' | 'viewerTimeZone'>) {
  const day = Date.parse(first) / DAY_MS
  return { from: startOfDay(viewerTimeZone, day), to: startOfDay(viewerTimeZone, day + days) }
}

/** The free times of each day, and of a day without any, why. */
export function daysOf(policy: Policy, service: ServiceRules, view: View, ask: AskDays): Day[] {
  const { now, viewerTimeZone, staffIds } = ask
  const range = rangeOf(ask)
  const found = byDay(offers(policy, service, view, { now, ...range, viewerTimeZone, staffIds }), viewerTimeZone)
  const first = Date.parse(ask.first) / DAY_MS
  const numbers = Array.from({ length: ask.days }, (_, n) => first + n)
  const isAnyEmpty = numbers.some((day) => !found.has(day))
  const everOpen = isAnyEmpty ? byDay(openStarts(policy, service, ask), viewerTimeZone) : new Map<number, Offer[]>()
  const known = view.unknown.length > 0 && isAnyEmpty ? { ...view, unknown: [] } : null
  const ifKnown = known
    ? byDay(offers(policy, service, known, { now, ...range, viewerTimeZone, staffIds }), viewerTimeZone)
    : new Map<number, Offer[]>()
  const edges = { soonest: now + service.noticeMinutes * MINUTE_MS, horizon: horizonOf(policy, service, now) }
  return numbers.map((day) => {
    const offered = found.get(day) ?? []
    // It would be offered, if another calendar could be read.
    const isTrouble = offered.length === 0 && ifKnown.has(day)
    const why = offered.length > 0 ? null : isTrouble ? 'trouble' : whyEmpty(everOpen.get(day) ?? [], edges)
    return { date: new Date(day * DAY_MS).toISOString().slice(0, 10), offers: offered, why }
  })
}

function byDay(all: readonly Offer[], timeZone: string): Map<number, Offer[]> {
  const days = new Map<number, Offer[]>()
  for (const offer of all) {
    const day = dayNumberAt(timeZone, offer.startsAt)
    const known = days.get(day)
    if (known) known.push(offer)
    else days.set(day, [offer])
  }
  return days
}

const NOTHING_TAKEN: View = { taken: [], starts: [], sessions: [], outside: [], unknown: [] }
/** Longer than anybody looks at once. */
const FAR_DAYS = 1000

/** What the hours alone would offer, to whoever had asked before it all began. */
function openStarts(policy: Policy, service: ServiceRules, ask: AskDays): Offer[] {
  const { from, to } = rangeOf(ask)
  const free = { ...service, noticeMinutes: 0, mostPerDay: null, mostPerWeek: null, horizonDays: FAR_DAYS }
  const { viewerTimeZone, staffIds } = ask
  return offers(policy, free, NOTHING_TAKEN, { now: from, from, to, viewerTimeZone, staffIds })
}

function whyEmpty(open: readonly Offer[], { soonest, horizon }: { soonest: number; horizon: number }): Day['why'] {
  const [first, last] = [open[0], open.at(-1)]
  if (!first || !last) return 'closed'
  if (last.startsAt < soonest) return 'too_soon'
  return first.startsAt >= horizon ? 'beyond_horizon' : 'full'
}
