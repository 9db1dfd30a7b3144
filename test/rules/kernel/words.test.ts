import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { idFrom } from '../../../worker/kernel/ids.ts'
import { oneLine, searchKey, shorten } from '../../../worker/kernel/text.ts'
import { dayIn } from '../../../worker/kernel/time.ts'
import { logFor } from '../../../worker/log.ts'
import { delayAfter, MAX_ATTEMPTS } from '../../../worker/queue/delay-after.ts'

describe('an id', () => {
  const random = fc.uint8Array({ minLength: 10, maxLength: 10 })
  const instant = fc.integer({ min: 0, max: 2 ** 48 - 1 })

  it('is a UUID of version 7', () => {
    fc.assert(
      fc.property(instant, random, (ms, bytes) => {
        expect(idFrom(ms, bytes)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      }),
    )
  })

  it('sorts by the time it was made', () => {
    fc.assert(
      fc.property(instant, instant, random, random, (one, other, a, b) => {
        fc.pre(one < other)
        expect(idFrom(one, a) < idFrom(other, b)).toBe(true)
      }),
    )
  })
})

describe('text', () => {
  it.each([
    ['Élodie Ångström', 'elodie angstrom'],
    ['STRASSE', 'strasse'],
    ['  ', ''],
  ])('%j is searched for as %j', (typed, key) => expect(searchKey(typed).trim()).toBe(key))

  it('is shortened to at most what fits, and never through a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, length) => {
        const short = shorten(text, length)
        expect(short.length).toBeLessThanOrEqual(Math.max(length, 1))
        expect(short.isWellFormed()).toBe(text.isWellFormed())
        if (text.length <= length) expect(short).toBe(text)
      }),
    )
  })

  it('becomes one line without white space at its ends or twice in a row', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(oneLine(text)).not.toMatch(/^\s|\s$|\s\s|[\r\n\t]/)
      }),
    )
  })
})

describe('a day', () => {
  it.each([
    ['2026-03-01T23:30:00Z', 'Europe/Berlin', '2026-03-02'],
    ['2026-03-01T23:30:00Z', 'America/New_York', '2026-03-01'],
    ['2026-12-31T10:00:00Z', 'Pacific/Kiritimati', '2027-01-01'],
  ])('%s falls in %s on %s', (instant, zone, day) => expect(dayIn(zone, new Date(instant))).toBe(day))
})

describe('the delay after a failure', () => {
  it('grows, and gives a job most of a working day', () => {
    const delays = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, failures) => delayAfter(failures + 1))
    expect(delays.every((delay, at) => at === 0 || delay >= (delays[at - 1] ?? 0))).toBe(true)
    const hours = delays.reduce((sum, delay) => sum + delay, 0) / 3_600_000
    expect(hours).toBeGreaterThan(6)
    expect(hours).toBeLessThan(8)
  })
})

describe('the log', () => {
  it('tells where a fault arose, and nothing of what its message quotes', () => {
    const lines: string[] = []
    const spy = vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(String(line)))
    const error = new Error('Failed query: insert into users\nparams: ann@secret.test,hunter2')
    logFor('r1').fault('request_failed', error, { path: '/x' })
    spy.mockRestore()
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'fault',
      event: 'request_failed',
      requestId: 'r1',
      path: '/x',
    })
    expect(lines[0]).toContain('words.test.ts')
    expect(lines[0]).not.toMatch(/secret|hunter2|insert/)
  })
})
