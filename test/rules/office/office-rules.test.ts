import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCountry, isTimeZone } from '../../../worker/features/office/rules/places.ts'
import { initialSettings, OfficeSettings } from '../../../worker/features/office/rules/settings.ts'
import { emptiestShard } from '../../../worker/features/office/rules/shard.ts'
import { slugOf } from '../../../worker/features/office/rules/slug.ts'
import { base32Of } from '../../../worker/kernel/base32.ts'
import { isCurrency } from '../../../worker/kernel/currencies.ts'

describe('a slug', () => {
  it.each([
    ['Salon Rosé', 'salon-rose'],
    ['  Müller & Söhne GmbH  ', 'muller-sohne-gmbh'],
    ['Straßenbau', 'strassenbau'],
    ['---', 'office'],
    ['Зубной врач', 'office'],
    ["Dr. O'Brien, D.D.S.", 'dr-o-brien-d-d-s'],
  ])('of %j is %j', (name, slug) => expect(slugOf(name)).toBe(slug))

  it('is short, never empty, and made of words and single hyphens', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (name) => {
        const slug = slugOf(name)
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(slug.length).toBeLessThanOrEqual(40)
      }),
    )
  })
})

describe('the database of a new office', () => {
  it('is the one with the fewest, the first of several, and an empty one before all', () => {
    expect(emptiestShard([], 2)).toBe(0)
    expect(emptiestShard([{ shard: 0, offices: 1 }], 2)).toBe(1)
    const counts = [
      { shard: 1, offices: 3 },
      { shard: 0, offices: 3 },
    ]
    expect(emptiestShard(counts, 2)).toBe(0)
    expect(emptiestShard(counts, 1)).toBe(0)
  })

  it('stays balanced however many are founded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 40 }), (shards, founded) => {
        const held = Array<number>(shards).fill(0)
        for (let office = 0; office < founded; office += 1) {
          const shard = emptiestShard(
            held.map((offices, shard) => ({ shard, offices })).filter((c) => c.offices > 0),
            shards,
          )
          held[shard] = (held[shard] ?? 0) + 1
        }
        expect(Math.max(...held) - Math.min(...held)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

it('knows time zones, countries and currencies, and nothing else', () => {
  expect(['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'UTC'].map(isTimeZone)).toEqual([true, true, true])
  expect(['', 'Berlin', 'Europe/Nowhere', '../etc', 'x'.repeat(1000)].map(isTimeZone)).toEqual(Array(5).fill(false))
  expect(['DE', 'US', 'GB', 'XK'].map(isCountry)).toEqual(Array(4).fill(true))
  expect(['', 'de', 'D', 'DEU', 'QQ', 'ZZ', '12', '419'].map(isCountry)).toEqual(Array(8).fill(false))
  expect(['EUR', 'USD', 'JPY'].map(isCurrency)).toEqual([true, true, true])
  expect(['', 'eur', 'EURO', 'QQQ'].map(isCurrency)).toEqual(Array(4).fill(false))
})

it('starts an office with settings that its own schema takes, and that reach no customer by themselves', () => {
  expect(OfficeSettings.parse(initialSettings())).toEqual(initialSettings())
  expect(initialSettings().gate.actions.draft_reply).toBe(false)
})

describe('base32', () => {
  it.each([
    ['', ''],
    ['f', 'my'],
    ['fo', 'mzxq'],
    ['foo', 'mzxw6'],
    ['foob', 'mzxw6yq'],
    ['fooba', 'mzxw6ytb'],
    ['foobar', 'mzxw6ytboi'],
  ])('of %j is the vector of RFC 4648', (text, letters) =>
    expect(base32Of(new TextEncoder().encode(text))).toBe(letters),
  )

  it('tells all bytes apart', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 15, maxLength: 15 }), (bytes) => {
        const bits = [...base32Of(bytes)].map((letter) => 'abcdefghijklmnopqrstuvwxyz234567'.indexOf(letter))
        expect(bits.map((value) => value.toString(2).padStart(5, '0')).join('')).toBe(
          [...bytes].map((value) => value.toString(2).padStart(8, '0')).join(''),
        )
      }),
    )
  })
})
