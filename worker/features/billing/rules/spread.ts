import { allocate, type Minor, sum } from '../../../kernel/money.ts'
import { refused } from './read-number.ts'
import type { TaxedAmount } from './tax-groups.ts'

const absolute = (amount: bigint) => (amount < 0n ? -amount : amount)

/**
 * Splits an adjustment of the document over the taxes of its lines, in proportion to what the lines of each come to, by
 * largest remainder. Where some come to less than zero they get a share of the other sign: a discount of 10 % is 10 % of
 * each. That holds as long as the adjustment is not larger than the subtotal; beyond it the shares would grow past all
 * measure (9,999 and -9,998 of a charge of 1), so that it is refused and has to name its tax. The same goes where several
 * taxes come to nothing and there is no proportion.
 */
export function spread(amount: Minor, groups: readonly TaxedAmount[], place: string): TaxedAmount[] {
  if (amount === 0n) return []
  const [first, ...more] = groups
  if (first && more.length === 0) return [{ tax: first.tax, amount }]
  if (!hasProportion(amount, groups))
    throw refused(place, 'it is not clear which tax this bears. Please give it a tax of its own.')
  const shares = allocate(
    amount,
    groups.map((group) => group.amount),
  )
  return groups.map(({ tax }, n) => ({ tax, amount: shares[n] ?? amount }))
}

function hasProportion(amount: Minor, groups: readonly TaxedAmount[]): boolean {
  const subtotal = sum(groups.map((group) => group.amount))
  const isMixed = groups.some((group) => group.amount < 0n) && groups.some((group) => group.amount > 0n)
  return subtotal !== 0n && (!isMixed || absolute(amount) <= absolute(subtotal))
}
