import { Temporal } from 'temporal-polyfill/implementation'
import type { FreeSlotsQuery } from '../../../worker/features/appointments/rules/free-slots.ts'
import { DAY_MS, MINUTE_MS } from '../../../worker/kernel/time.ts'
import { clockAt, instantAt } from './changes.ts'

type Person = FreeSlotsQuery['staff'][number]
type Service = FreeSlotsQuery['service']
type Bits = { from: number; minutes: boolean[] }

const MARGIN_DAYS = 4

/**
 * `freeSlots` as it is said, not as it is quick: every minute of every person is asked by itself, and every clock by
 * Temporal. For queries in whole minutes.
 */
export function slowSlots(q: FreeSlotsQuery): { start: string; staffIds: string[] }[] {
  const soonest = ms(q.now) + q.service.noticeMinutes * MINUTE_MS
  const from = Math.min(soonest, ms(q.from))
  const until = ms(q.to) + q.service.lengthMinutes * MINUTE_MS + DAY_MS
  const free = new Map(q.staff.map((person) => [person.id, freeMinutes(person, q.service, from, until)]))
  const lists = q.service.needs === 'any' ? [...free.values()] : free.size > 0 ? [together([...free.values()])] : []
  const starts = new Set(lists.flatMap((bits) => gridStarts(bits, soonest, q)))
  return [...starts]
    .filter((at) => at >= ms(q.from) && at < ms(q.to))
    .sort((a, b) => a - b)
    .map((at) => ({
      start: new Date(at).toISOString(),
      staffIds: [...free]
        .filter(([, bits]) => isFree(bits, at, q.service))
        .map(([id]) => id)
        .sort(),
    }))
}

const ms = (text: string) => Temporal.Instant.from(text).epochMilliseconds

/** Each minute from a few days before `from` on: whether it is within hours and outside of what is busy. */
function freeMinutes(person: Person, service: Service, from: number, until: number): Bits {
  const first = from - MARGIN_DAYS * DAY_MS
  const minutes = new Array<boolean>(Math.ceil((until - first) / MINUTE_MS)).fill(false)
  const set = (start: number, end: number, to: boolean) => {
    for (let at = Math.max(start, first); at < Math.min(end, until); at += MINUTE_MS)
      minutes[(at - first) / MINUTE_MS] = to
  }
  for (const [start, end] of hoursOf(person, first, until)) set(start, end, true)
  for (const { start, end, bufferBeforeMinutes = 0, bufferAfterMinutes = 0 } of person.busy) {
    if (start === end) continue
    set(
      ms(start) - (bufferBeforeMinutes + service.bufferAfterMinutes) * MINUTE_MS,
      ms(end) + (bufferAfterMinutes + service.bufferBeforeMinutes) * MINUTE_MS,
      false,
    )
  }
  return { from: first, minutes }
}

function hoursOf({ timeZone, hours, dateHours }: Person, from: number, until: number): [number, number][] {
  const windows: [number, number][] = []
  const last = clockAt(timeZone, until).toPlainDate().add({ days: 1 })
  let date = clockAt(timeZone, from).toPlainDate().subtract({ days: 3 })
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    if (!date.equals(clockAt(timeZone, instantAt(timeZone, date.toPlainDateTime())).toPlainDate())) continue
    const own = dateHours.filter((each) => each.date === date.toString())
    const weekly = hours.filter(({ day }) => day === date.dayOfWeek % 7).map(({ start, end }) => [start, end] as const)
    const on = own.length > 0 ? own.flatMap((each) => each.windows) : weekly
    for (const [start, end] of on)
      windows.push([at(date, start), end > start ? at(date, end) : at(date.add({ days: 1 }), end)])
  }
  return windows

  function at(date: Temporal.PlainDate, clock: string): number {
    const next = clock === '24:00'
    const day = next ? date.add({ days: 1 }) : date
    return instantAt(timeZone, day.toPlainDateTime(Temporal.PlainTime.from(next ? '00:00' : clock)))
  }
}

const together = ([first, ...others]: Bits[]): Bits => ({
  from: first!.from,
  minutes: first!.minutes.map((free, n) => free && others.every((bits) => bits.minutes[n])),
})

function isFree({ from, minutes }: Bits, at: number, { lengthMinutes }: Service): boolean {
  const first = (at - from) / MINUTE_MS
  return Array.from({ length: lengthMinutes }, (_, n) => minutes[first + n] === true).every(Boolean)
}

/** Each stretch of free minutes, from the soonest on, has a grid of its own. */
function gridStarts(bits: Bits, soonest: number, { service, viewerTimeZone }: FreeSlotsQuery): number[] {
  const unit = [60, 30, 20, 15, 10, 5].find((each) => service.everyMinutes % each === 0) ?? 1
  const starts: number[] = []
  const freeAt = (at: number) => at >= soonest && bits.minutes[(at - bits.from) / MINUTE_MS] === true
  const end = bits.from + bits.minutes.length * MINUTE_MS
  let next: number | null = null
  for (let at = bits.from; at < end; at += MINUTE_MS) {
    if (!freeAt(at)) next = null
    else {
      next ??= at
      if (at >= next && clockAt(viewerTimeZone, at).minute % unit === 0) {
        if (isFree(bits, at, service)) starts.push(at)
        next = at + service.everyMinutes * MINUTE_MS
      }
    }
  }
  return starts
}
