import { describe, expect, test } from 'vitest'
import { DUBLIN, read, valuesOf } from './office.ts'

const NEW_YORK = { now: DUBLIN.now, timeZone: 'America/New_York', country: 'US' }
const dates = (text: string, context = DUBLIN) => valuesOf('date', text, context)
const times = (text: string, context = DUBLIN) => valuesOf('time', text, context)

/** The times of a mail sent at an instant, on the clock of a zone. */
const sentAt = (at: string, timeZone: string, text: string) =>
  read({ text, at }, { now: at, timeZone, country: 'IE' })
    .entities.filter(({ kind }) => kind === 'time')
    .map(({ value }) => value)

describe('days', () => {
  test.each([
    ['tomorrow', '2026-04-15'],
    ['this Friday', '2026-04-17'],
    ['on the 23rd', '2026-04-23'],
    ['on the 3rd', '2026-05-03'],
    ['on 20 April', '2026-04-20'],
    ['in a fortnight', '2026-04-28'],
    ['Friday week', '2026-04-24'],
    ['on 5 January', '2027-01-05'],
    ['on 2026-06-01', '2026-06-01'],
  ])('are read as the sender meant them: %s', (words, day) => {
    expect(dates(`Could you fit me in ${words}?`)).toEqual([day])
  })

  test('follow the habits of the office’s country', () => {
    expect(dates('Is 3/4/2027 free?')).toEqual(['2027-04-03'])
    expect(dates('Is 3/4/2027 free?', NEW_YORK)).toEqual(['2027-03-04'])
  })

  test('are counted on the office’s clock at the moment the mail was sent', () => {
    const lateAtNight = '2026-04-14T23:30:00Z'
    const dayIn = (timeZone: string) =>
      read({ text: 'Is tomorrow free?', at: lateAtNight }, { now: lateAtNight, timeZone, country: 'IE' }).entities[0]
        ?.value
    expect(dayIn('America/Los_Angeles')).toBe('2026-04-15')
    expect(dayIn('Europe/Dublin')).toBe('2026-04-16')
    expect(dayIn('Pacific/Auckland')).toBe('2026-04-16')
  })

  test.each([
    'It took 20 minutes.',
    'Sometime next week would suit.',
    'I have been a client for the last 3 years.',
    'We may come, she sat in the sun.',
    'It is 1/2 an inch, 50% off, 24/7.',
  ])('are not seen where none is named: %s', (text) => {
    expect(dates(text)).toEqual([])
  })
})

describe('times', () => {
  test.each([
    ['on Friday at 10', '2026-04-17T09:00:00.000Z'],
    ['on Friday at 3', '2026-04-17T14:00:00.000Z'],
    ['on Friday at 15:30', '2026-04-17T14:30:00.000Z'],
    ['tomorrow at half nine', '2026-04-15T08:30:00.000Z'],
    ['tomorrow at quarter to five', '2026-04-15T15:45:00.000Z'],
    ['tomorrow around four', '2026-04-15T15:00:00.000Z'],
  ])('are instants on the office’s clock: %s', (words, instant) => {
    expect(times(`Could I come ${words}?`)).toEqual([instant])
  })

  test('take their day from the same sentence, else the next on which they are still to come', () => {
    expect(times('Is Friday free? I could do 5pm.')).toEqual(['2026-04-14T16:00:00.000Z'])
    expect(times('Could I come at 8am?')).toEqual(['2026-04-15T07:00:00.000Z'])
  })

  test('know summer from winter, whatever the clock said when the mail was sent', () => {
    const inWinter = '2026-03-27T12:00:00Z'
    expect(sentAt(inWinter, 'Europe/Dublin', 'Is Saturday 28 March at 10am free?')).toEqual([
      '2026-03-28T10:00:00.000Z',
    ])
    expect(sentAt(inWinter, 'Europe/Dublin', 'Is Monday 30 March at 10am free?')).toEqual(['2026-03-30T09:00:00.000Z'])
    expect(sentAt(inWinter, 'America/New_York', 'Is Monday 30 March at 10am free?')).toEqual([
      '2026-03-30T14:00:00.000Z',
    ])
  })

  test('in the hour that a clock change skips are the hour after, and in the one it repeats the first', () => {
    expect(sentAt('2026-03-27T12:00:00Z', 'Europe/Berlin', 'Call me on 29 March at 02:30.')).toEqual([
      '2026-03-29T01:30:00.000Z',
    ])
    expect(sentAt('2026-10-23T12:00:00Z', 'Europe/Berlin', 'Call me on 25 October at 02:30.')).toEqual([
      '2026-10-25T00:30:00.000Z',
    ])
  })

  test('are left out where neither moment nor zone is one', () => {
    const nowhere = { now: 'never', timeZone: 'Mars/Olympus', country: 'IE' }
    expect(read({ text: 'Tomorrow at 3pm?', at: 'never' }, nowhere).entities).toEqual([])
  })
})
