import fc from 'fast-check'
import { convertIcsCalendar } from 'ts-ics'
import { describe, expect, it } from 'vitest'
import { type CalendarEvent, writeCalendar } from '../../../worker/features/appointments/rules/ics/write-calendar.ts'

const EVENT: CalendarEvent = {
  uid: '0197c1d2-1111-7000-8000-000000000001',
  sequence: 0,
  stampAt: new Date('2026-07-01T06:00:00.900Z'),
  startsAt: new Date('2026-07-02T08:30:00Z'),
  endsAt: new Date('2026-07-02T09:00:00Z'),
  summary: 'Check-up',
  status: 'confirmed',
}
const read = (text: string) => convertIcsCalendar(undefined, text)
const linesOf = (text: string) => text.split('\r\n')

describe('a calendar file', () => {
  it('is read back whole by a library that did not write it', () => {
    const organizer = { name: 'Harbour Dental, Dr. "Kim"', email: 'desk@harbour.test' }
    const attendee = { name: 'Zoë Müller', email: 'zoe@example.test' }
    const text = writeCalendar({
      ...{ method: 'request', host: 'foyer.test', name: 'Harbour Dental' },
      events: [
        {
          ...EVENT,
          sequence: 2,
          description: 'Line one\nLine two; with, signs \\',
          location: 'Quay 1, Kiel',
          organizer,
          attendee,
        },
      ],
    })
    const calendar = read(text)
    expect(calendar).toMatchObject({ method: 'REQUEST', version: '2.0', name: 'Harbour Dental' })
    expect(calendar.events).toHaveLength(1)
    const [event] = calendar.events!
    expect(event).toMatchObject({
      uid: '0197c1d2-1111-7000-8000-000000000001@foyer.test',
      ...{ sequence: 2, summary: 'Check-up', status: 'CONFIRMED', location: 'Quay 1, Kiel' },
      description: 'Line one\nLine two; with, signs \\',
      organizer: { email: 'desk@harbour.test' },
      attendees: [{ name: 'Zoë Müller', email: 'zoe@example.test', partstat: 'ACCEPTED' }],
    })
    expect(event?.start.date).toEqual(EVENT.startsAt)
    expect(event?.end?.date).toEqual(EVENT.endsAt)
    expect(event?.stamp.date).toEqual(new Date('2026-07-01T06:00:00Z'))
  })

  it('of what was called off says so twice, by its method and by the event', () => {
    const text = writeCalendar({ method: 'cancel', events: [{ ...EVENT, sequence: 3 }] })
    expect(linesOf(text)).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:3']))
  })

  it('ends its lines as the standard says, and folds them at 75 bytes without cutting a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (summary) => {
        const text = writeCalendar({ method: 'publish', events: [{ ...EVENT, summary }] })
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        for (const line of linesOf(text)) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
          // Half of a letter would be read as a sign of its own.
          expect(line).not.toMatch(/^ ?[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/)
        }
      }),
    )
  })

  it('keeps every text in its place, whatever somebody wrote', () => {
    const text = fc.string({
      unit: fc.constantFrom('\r', '\n', ':', ';', ',', '\\', '"', '^', 'x', ' ', '\0', 'é'),
      maxLength: 60,
    })
    fc.assert(
      fc.property(text, text, text, (summary, name, url) => {
        const attendee = { name, email: url }
        const written = writeCalendar({ method: 'request', events: [{ ...EVENT, summary, url, attendee }] })
        const properties = linesOf(written.replaceAll('\r\n ', '')).map((line) => line.split(/[:;]/)[0])
        expect(properties.filter((property) => property === 'SUMMARY')).toHaveLength(1)
        expect(properties.filter((property) => property === 'BEGIN')).toHaveLength(2)
        expect(new Set(properties)).toEqual(
          new Set([
            ...['BEGIN', 'VERSION', 'PRODID', 'CALSCALE', 'METHOD', 'UID', 'SEQUENCE', 'DTSTAMP', 'DTSTART', 'DTEND'],
            ...['SUMMARY', 'STATUS', 'TRANSP', 'ATTENDEE', 'END', '', ...(url ? ['URL'] : [])],
          ]),
        )
      }),
    )
  })
})
