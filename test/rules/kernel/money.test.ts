import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencyCodes, decimalsOf, isCurrency } from '../../../worker/kernel/currencies.ts'
import {
  allocate,
  decimalOf,
  decimalText,
  divide,
  minor,
  minorUnits,
  mulDiv,
  parseDecimal,
  storable,
  sum,
} from '../../../worker/kernel/money.ts'

const whole = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n })
const scale = fc.integer({ min: 0, max: 6 })

describe('an amount', () => {
  it.each([
    ['12.5', 'EUR', 1250],
    ['12.50', 'EUR', 1250],
    ['12.500', 'EUR', 1250],
    ['1200', 'JPY', 1200],
    ['1.234', 'KWD', 1234],
    ['0', 'EUR', 0],
    [' 7 ', 'EUR', 700],
    ['90071992547409.91', 'EUR', Number.MAX_SAFE_INTEGER],
    ['12.34', 'HUF', 1234],
  ])('%s %s is %i of the smallest unit', (decimal, currency, minor) =>
    expect(minorUnits(decimal, currency)).toBe(minor),
  )

  it.each([
    ['12.505', 'EUR'],
    ['12.5', 'JPY'],
    ['-3', 'EUR'],
    ['-0', 'EUR'],
    ['.5', 'EUR'],
    ['90071992547409.92', 'EUR'],
    ['1e3', 'EUR'],
    ['12,50', 'EUR'],
    ['', 'EUR'],
    ['999999999999999', 'EUR'],
  ])('%j is no amount of %s', (decimal, currency) => expect(minorUnits(decimal, currency)).toBeNull())

  it.each([
    [1250, 'EUR', '12.50'],
    [-5, 'EUR', '-0.05'],
    [0, 'JPY', '0'],
    [-1200, 'JPY', '-1200'],
    [1, 'KWD', '0.001'],
    [9_007_199_254_740_993n, 'EUR', '90071992547409.93'],
  ])('%s of the smallest unit of %s is written %s', (units, currency, text) =>
    expect(decimalOf(units, currency)).toBe(text),
  )

  it('is written so that it is read as the same', () => {
    const units = fc.maxSafeNat()
    fc.assert(
      fc.property(units, fc.constantFrom('JPY', 'EUR', 'KWD', 'CLF'), (units, currency) => {
        expect(minorUnits(decimalOf(units, currency), currency)).toBe(units)
      }),
    )
  })

  it('is stored where a JavaScript number holds it exactly, and nowhere else', () => {
    const most = BigInt(Number.MAX_SAFE_INTEGER)
    expect([most, -most, 0n].map(storable)).toEqual([Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, 0])
    expect([most + 1n, -most - 1n, 10n ** 30n].map(storable)).toEqual([null, null, null])
  })
})

describe('a plain decimal', () => {
  it.each<[string, number, bigint]>([
    ['12.5', 6, 12_500_000n],
    ['-0.000001', 6, -1n],
    ['-0', 2, 0n],
    ['007', 0, 7n],
    ['1.500', 1, 15n],
    ['999999999999999999.999999999999999999', 18, 10n ** 36n - 1n],
  ])('%s with %i decimals is %s', (text, scale, scaled) => expect(parseDecimal(text, scale)).toBe(scaled))

  it.each(['', ' 1', '1 ', '+1', '.5', '5.', '1e3', '1,5', '1.2.3', '--1', '-', '0x1', '١', '1_000', '1\n', '∞'])(
    '%j is none',
    (text) => expect(parseDecimal(text, 6)).toBeNull(),
  )

  it('is none with more than 18 digits, or with more decimals than asked for', () => {
    expect(parseDecimal('1000000000000000000', 0)).toBeNull()
    expect(parseDecimal('0.0000000000000000000', 0)).toBeNull()
    expect(parseDecimal('1.01', 1)).toBeNull()
  })

  it('is written and read as the same', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), scale, (scaled, scale) => {
        expect(parseDecimal(decimalText(scaled, scale), scale)).toBe(
          String(scaled).replace('-', '').length > 18 + scale ? null : scaled,
        )
        expect(Big(decimalText(scaled, scale)).times(Big(10).pow(scale)).toFixed()).toBe(String(scaled))
      }),
    )
  })
})

describe('rounding', () => {
  it.each([
    [1n, 2n, 1n],
    [-1n, 2n, -1n],
    [1n, -2n, -1n],
    [-3n, 2n, -2n],
    [5n, 2n, 3n],
    [-5n, -2n, 3n],
    [4n, 9n, 0n],
    [-5n, 9n, -1n],
    [0n, -7n, 0n],
  ])('%s ÷ %s is %s', (top, bottom, rounded) => expect(divide(top, bottom)).toBe(rounded))

  it('is to the nearest, half away from zero, as an independent library rounds', () => {
    const Exact = Big()
    Exact.DP = 60
    fc.assert(
      fc.property(whole, whole, whole, (amount, factor, divisor) => {
        fc.pre(divisor !== 0n)
        const exact = new Exact(String(amount)).times(String(factor)).div(String(divisor))
        expect(String(mulDiv(amount, factor, divisor))).toBe(exact.round(0, Exact.roundHalfUp).toFixed())
      }),
    )
  })

  it('by nothing is a fault', () => expect(() => divide(1n, 0n)).toThrow(RangeError))
})

describe('splitting by largest remainder', () => {
  it.each<[bigint, bigint[], bigint[]]>([
    [1000n, [4510n, 2005n], [692n, 308n]],
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [-100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
    [100n, [-1n, -1n, -1n], [34n, 33n, 33n]],
    [2n, [0n, 1n, 0n], [0n, 2n, 0n]],
    [600n, [10_000n, -4000n], [1000n, -400n]],
    [0n, [5n, 3n], [0n, 0n]],
    [7n, [5n], [7n]],
  ])('%s by %o is %o', (total, weights, shares) => expect(allocate(minor(total), weights)).toEqual(shares))

  const weights = fc.array(whole, { minLength: 1, maxLength: 12 }).filter((weights) => sum(weights) !== 0n)

  it('loses nothing, and gives nobody a whole unit more or less than is due', () => {
    fc.assert(
      fc.property(whole, weights, (total, weights) => {
        const shares = allocate(minor(total), weights)
        expect(sum(shares)).toBe(total)
        const all = sum(weights)
        for (const [n, share] of shares.entries()) {
          const distance = share * all - total * weights[n]!
          expect(distance < 0n ? -distance : distance).toBeLessThan(all < 0n ? -all : all)
        }
      }),
    )
  })

  it('of the opposite gives the opposite, and of opposite weights the same', () => {
    fc.assert(
      fc.property(whole, weights, (total, weights) => {
        const shares = allocate(minor(total), weights)
        const negated = (amounts: readonly bigint[]) => amounts.map((amount) => -amount)
        expect(allocate(minor(-total), weights)).toEqual(negated(shares))
        expect(allocate(minor(total), negated(weights))).toEqual(shares)
      }),
    )
  })

  it.each([[[]], [[0n, 0n]], [[3n, -3n]]])('in proportion to nothing (%o) is a fault', (weights) =>
    expect(() => allocate(minor(1n), weights)).toThrow(RangeError),
  )
})

describe('a currency', () => {
  it.each([
    ['JPY', 0],
    ['ISK', 0],
    ['UGX', 0],
    ['EUR', 2],
    ['HUF', 2],
    ['MGA', 2],
    ['TWD', 2],
    ['IQD', 3],
    ['KWD', 3],
    ['TND', 3],
    ['CLF', 4],
    ['constructor', 2],
  ])('%s has %i decimals', (currency, decimals) => expect(decimalsOf(currency)).toBe(decimals))

  it('is one by its three capital letters', () => {
    expect(currencyCodes().filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([])
    expect(['EUR', 'XCG', 'ZWG', 'BGN'].map(isCurrency)).toEqual([true, true, true, true])
    expect(['', 'eur', 'DEM', 'XAU', 'XXX', 'toString'].map(isCurrency)).toEqual(Array(6).fill(false))
  })
})
