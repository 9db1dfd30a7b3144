import { describe, expect, it } from 'vitest'
import { inMoney } from '../../web/ui/money.ts'

describe('an amount on a screen', () => {
  it.each([
    [123_456, 'EUR', '1,234.56'],
    [123_400, 'EUR', '1,234'],
    [-5, 'EUR', '-0.05'],
    [1234, 'JPY', '1,234'],
    [123_456, 'HUF', '1,234.56'],
    [1_234_500, 'KWD', '1,234.500'],
  ])('%i of %s says %s', (minor, currency, digits) => {
    expect(inMoney(minor, currency).replaceAll(/[^\d.,-]/g, '')).toBe(digits)
  })
})
