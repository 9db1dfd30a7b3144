import { describe, expect, it } from 'vitest'
import { feedEvent } from '../../../worker/features/calendars/rules/feed-events.ts'
import { outsideBusy } from '../../../worker/features/calendars/rules/outside.ts'
import { planImport, sortOut } from '../../../worker/features/calendars/rules/plan-import.ts'
import { calendar, event, meeting } from './files.ts'

const asked = { now: Date.parse('2027-02-20T00:00Z'), timeZone: 'Europe/Berlin', host: 'foyer.test' }
const busy = (text: string, isTentativeBusy = true) => {
  const found = outsideBusy(text, { ...asked, isTentativeBusy })
  return found.ok ? found.busy.map(({ startsAt }) => new Date(startsAt).toISOString().slice(0, 10)) : found.why
}

describe('when somebody is busy elsewhere', () => {
  it('counts neither what is free or cancelled there, nor what Foyer wrote itself', () => {
    const text = calendar(
      meeting('a', '01'),
      meeting('b', '02', 'TRANSP:TRANSPARENT'),
      meeting('c', '03', 'STATUS:CANCELLED'),
      meeting('d@FOYER.test', '04'),
      meeting('e', '05', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'),
      event('UID:f', 'DTSTART:20270306T090000Z'),
    )
    expect(busy(text)).toEqual(['2027-03-01'])
  })

  it('counts what is tentative where the member says so', () => {
    const text = calendar(meeting('a', '01'), meeting('b', '02', 'STATUS:TENTATIVE'))
    expect(busy(text)).toEqual(['2027-03-01', '2027-03-02'])
    expect(busy(text, false)).toEqual(['2027-03-01'])
  })

  it('is unknown, and not free, where the file is none or too much', () => {
    expect(busy('<html>')).toContain('not a calendar')
    const many = Array.from({ length: 60 }, (_, n) => meeting(`m${n}`, '01', 'RRULE:FREQ=DAILY'))
    // The same hour of sixty calendars is one hour.
    expect(busy(calendar(...many))).toContain('too many')
  })
})

const plan = (text: string) => {
  const planned = planImport(text, asked)
  if (!planned.ok) throw new Error(planned.why)
  return planned
}

describe('an import', () => {
  it('names each date for good, and leaves out what takes no time or is longer than a month', () => {
    const text = calendar(
      meeting('s', '01', 'RRULE:FREQ=WEEKLY;COUNT=2'),
      event('UID:z', 'DTSTART:20270301T090000Z'),
      event('UID:l', 'DTSTART;VALUE=DATE:20270401', 'DTEND;VALUE=DATE:20270601', 'SUMMARY:Sabbatical'),
    )
    const planned = plan(text)
    expect(planned.dates.map(({ key }) => JSON.parse(key))).toEqual([
      ['s', '2027-03-01T09:00:00.000Z'],
      ['s', '2027-03-08T09:00:00.000Z'],
    ])
    expect(planned).toMatchObject({ events: 3, others: 1 })
    expect(planned.notTaken).toMatchObject([{ title: 'Sabbatical', why: 'It is longer than a month.' }])
  })

  it('lists what overlaps, in the file itself too, and forces nothing', () => {
    const [a, b, c] = [meeting('a', '01'), meeting('b', '01'), meeting('c', '02')]
    const planned = plan(calendar(a, b, c))
    const taken = [{ startsAt: Date.parse('2027-03-02T08:30Z'), endsAt: Date.parse('2027-03-02T09:30Z') }]
    const { outcome, toAdd } = sortOut(planned, new Map(), taken)
    expect(toAdd).toHaveLength(1)
    expect(outcome).toMatchObject({ toAdd: 1, overlapping: 2 })
    expect(outcome.notTaken.map(({ why }) => why)).toEqual(Array(2).fill('It overlaps with what is booked already.'))
  })

  it('leaves alone what is here: at the same time, at another, called off; and brings back what was taken back', () => {
    const planned = plan(calendar(meeting('a', '01'), meeting('b', '02'), meeting('c', '03'), meeting('d', '04')))
    const states = [{}, { startsAt: 1 }, { isCancelled: true }, { isCancelled: true, isTakenBack: true }]
    const known = new Map(
      planned.dates.map((date, n) => [date.key, { ...date, isCancelled: false, isTakenBack: false, ...states[n] }]),
    )
    const { outcome } = sortOut(planned, known, [])
    expect(outcome).toMatchObject({ toAdd: 1, same: 1, elsewhere: 1, cancelled: 1, overlapping: 0 })
  })
})

describe('a feed', () => {
  const row = {
    ...{
      id: 'a1',
      kind: 'appointment' as const,
      title: 'Root canal',
      serviceName: 'Treatment',
      personName: 'Mara Stein',
    },
    ...{ resourceNames: ['Room 2'], status: 'confirmed', deskVersion: 3 },
    ...{ startsAt: new Date(0), endsAt: new Date(1), createdAt: new Date(2) },
  }
  it('tells as much as its privacy lets out, and no name below that', () => {
    expect(feedEvent(row, 'full')).toMatchObject({
      summary: 'Root canal – Mara Stein',
      location: 'Room 2',
      sequence: 2,
    })
    expect(feedEvent(row, 'service')).toMatchObject({ summary: 'Treatment', location: null })
    expect(feedEvent(row, 'busy')).toMatchObject({ summary: 'Busy', location: null })
    const block = {
      ...row,
      kind: 'block' as const,
      title: 'Lunch with Mara Stein',
      serviceName: null,
      personName: null,
    }
    expect(feedEvent(block, 'service').summary).toBe('Busy')
    expect(feedEvent({ ...row, serviceName: null }, 'service').summary).toBe('Appointment')
  })
})
