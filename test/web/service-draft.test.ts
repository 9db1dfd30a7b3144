import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { durationOf, inWords, minutesIn } from '../../web/features/services/duration.ts'
import { draftOf, FAULTS, inputOf, newDraft, type Service } from '../../web/features/services/service-draft.ts'

const SERVICE: Service = {
  ...{ id: 's1', version: 3, name: 'Haircut', description: 'With a wash.', colour: 'teal', needs: 'all' },
  ...{ lengthMinutes: 90, everyMinutes: 15, bufferBeforeMinutes: 0, bufferAfterMinutes: 10, noticeMinutes: 120 },
  ...{ horizonDays: 60, mostPerDay: 4, mostPerWeek: null, priceMinor: 4550, staffIds: ['u1', 'u2'], seats: 1 },
  ...{ resources: [{ kind: 'Chair', quantity: 1 }], isPublic: true, needsApproval: false, cutOffMinutes: 1440 },
  questions: [{ key: 'q', label: 'Long or short?', kind: 'choice', isRequired: true, choices: ['Long', 'Short'] }],
}

describe('a service in its form', () => {
  it('is sent as it came when nobody changed anything', () => {
    const { id: _, version: __, ...fields } = SERVICE
    expect(inputOf(draftOf(SERVICE, 'EUR'), 'EUR')).toEqual(fields)
  })

  it('says its lengths in the largest unit without a rest, and means the same minutes', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (minutes) => {
        expect(minutesIn(durationOf(minutes))).toBe(minutes)
      }),
    )
    expect([45, 60, 90, 1440, 2880, 0].map((minutes) => inWords(minutes))).toEqual([
      ...['45 min', '1 h', '1 h 30 min', '1 day', '2 days', '0 min'],
    ])
  })

  it.each([
    ['45.50', 'EUR', 4550],
    ['45,5', 'EUR', 4550],
    ['1200', 'JPY', 1200],
    ['', 'EUR', null],
    ['0', 'EUR', 0],
  ])('%j in %s is %s', (price, currency, priceMinor) => {
    expect(FAULTS.price(price, currency)).toBeNull()
    expect(inputOf({ ...newDraft([]), price }, currency).priceMinor).toBe(priceMinor)
  })

  it('names what cannot be so', () => {
    const choice = { key: 'q', label: 'Which?', kind: 'choice' as const, isRequired: false, choices: ['One', ' '] }
    expect(FAULTS.price('dear', 'EUR')).toMatch(/amount/)
    expect(FAULTS.price('1.234', 'EUR')).toMatch(/amount/)
    expect(FAULTS.length({ amount: '', unit: 'hours' })).toMatch(/at least a minute/)
    expect(FAULTS.questions([choice])).toMatch(/two answers/)
    expect(FAULTS.questions([{ ...choice, label: ' ' }])).toMatch(/want to ask/)
    expect(FAULTS.horizon('')).toMatch(/how many days/)
    expect(FAULTS.horizon(0)).toBeNull()
    expect(FAULTS.seats('')).toMatch(/At least one/)
    expect(FAULTS.resources([{ kind: 'Chair', quantity: 0 }])).toMatch(/how many/)
    expect(FAULTS.resources([SERVICE.resources[0]!, SERVICE.resources[0]!])).toMatch(/once/)
  })
})
