import { minorUnits } from '../../kernel/money.ts'
import { Refusal } from '../../kernel/refusal.ts'

/** What a member typed as an amount, in the smallest unit of the currency; refused where it is none. */
export function amountOf(amount: string | null, currency: string): number | null {
  if (amount === null) return null
  const minor = minorUnits(amount, currency)
  if (minor === null) throw new Refusal('invalid', `“${amount}” is not an amount of money.`)
  return minor
}
