import { BrokenEvent } from './broken-event.ts'
import { type ContentLine, contentLines, plainText } from './content-lines.ts'
import type { Zones } from './date-values.ts'
import { type CalendarEvent, eventOf } from './event.ts'
import { freeBusyEvents } from './free-busy.ts'

/** More than anybody has in one calendar; beyond them the memory of the Worker comes first. */
export const MOST_EVENTS = 20_000
const MOST_LINES_AN_EVENT = 5000

/** What was not taken: which event, on which line of the file, and why, as a sentence. */
export type NotTaken = { title: string; line: number; why: string }
export type ReadCalendar =
  | { ok: true; name: string; events: CalendarEvent[]; notTaken: NotTaken[] }
  | { ok: false; why: 'no_calendar' | 'too_many' }

type Open = { kind: string; lines: ContentLine[]; line: number }

/**
 * The events of a calendar file (RFC 5545). An event that cannot be read is told and left out. Times on no zone, and whole
 * days, are the office's.
 */
export function readCalendar(text: string, timeZone: string): ReadCalendar {
  const found = componentsOf(text)
  if (found === null) return { ok: false, why: 'no_calendar' }
  if (found.components.length > MOST_EVENTS) return { ok: false, why: 'too_many' }
  const zones: Zones = { office: timeZone, locations: found.locations, known: new Map() }
  const events: CalendarEvent[] = []
  const notTaken: NotTaken[] = []
  for (const { kind, lines, line } of found.components) {
    try {
      const read = kind === 'VEVENT' ? [eventOf(lines, zones, line)] : freeBusyEvents(lines, zones)
      for (const event of read) events.push(found.isCancelled ? { ...event, isCancelled: true } : event)
    } catch (error) {
      if (!(error instanceof BrokenEvent)) throw error
      const title = plainText(lines.find(({ name }) => name === 'SUMMARY')?.value ?? '').slice(0, 200)
      notTaken.push({ title, line, why: sentence(error.message) })
    }
  }
  return { ok: true, name: found.name, events, notTaken }
}

export const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.$/, '')}.`

const TAKEN = ['VEVENT', 'VFREEBUSY']

/** The events with their properties, without those of what lies within them, such as alarms. Null: this is no calendar. */
function componentsOf(text: string) {
  const components: Open[] = []
  const locations = new Map<string, string>()
  const path: string[] = []
  let [open, name, isCancelled, isCalendar]: [Open | null, string, boolean, boolean] = [null, '', false, false]
  let zone = ''
  for (const line of contentLines(text)) {
    const value = line.value.trim()
    if (line.name === 'BEGIN') {
      path.push(value.toUpperCase())
      if (value.toUpperCase() === 'VCALENDAR') isCalendar = true
      if (TAKEN.includes(path.at(-1) ?? '')) open = { kind: path.at(-1) ?? '', lines: [], line: line.line }
    } else if (line.name === 'END') {
      const ended = path.pop()
      if (open && ended === open.kind) {
        components.push(open)
        open = null
        if (components.length > MOST_EVENTS) break
      }
    } else if (open && path.at(-1) === open.kind) {
      if (open.lines.length < MOST_LINES_AN_EVENT) open.lines.push(line)
    } else if (path.at(-1) === 'VTIMEZONE') {
      if (line.name === 'TZID') zone = value
      if (line.name === 'X-LIC-LOCATION') locations.set(zone, value)
    } else if (path.at(-1) === 'VCALENDAR') {
      if (line.name === 'X-WR-CALNAME' || line.name === 'NAME') name = plainText(line.value).slice(0, 200)
      if (line.name === 'METHOD') isCancelled = value.toUpperCase() === 'CANCEL'
    }
  }
  return isCalendar ? { components, locations, name, isCancelled } : null
}
