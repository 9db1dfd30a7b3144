import { decimalsOf } from '../../../kernel/currencies.ts'
import { decimalOf, type Minor, minor, storable } from '../../../kernel/money.ts'

/**
 * How many decimals Stripe counts, where they are not two. It differs from ISO 4217 for MGA, which has two there, and for
 * ISK, which has none: Stripe takes that in hundredths, of which a hundred are the least.
 */
const STRIPE_DECIMALS = new Map(
  Object.entries({
    ...{ BIF: 0, CLP: 0, DJF: 0, GNF: 0, JPY: 0, KMF: 0, KRW: 0, MGA: 0, PYG: 0, RWF: 0, VND: 0, VUV: 0 },
    ...{ XAF: 0, XOF: 0, XPF: 0 },
    ...{ BHD: 3, JOD: 3, KWD: 3, OMR: 3, TND: 3 },
  }),
)

/** Of these, Stripe's own pages say different things; a guess would be wrong by a factor of a hundred. */
const UNCERTAIN: readonly string[] = ['UGX', 'TWD']

/** The least that Stripe takes of a currency with three decimals: the last digit has to be 0. */
const LEAST_OF_THREE_DECIMALS = 10n

const decimalsAtStripe = (currency: string) => STRIPE_DECIMALS.get(currency) ?? 2
const tenTo = (power: number) => 10n ** BigInt(power)

export type StripeAmount = { ok: true; amount: number } | { ok: false; why: string }

/**
 * An amount as Stripe wants it, a whole number of its own smallest unit. What it cannot take exactly is refused, because
 * a rounded payment would leave a rest that nobody owes.
 */
export function stripeAmount(units: bigint, currency: string): StripeAmount {
  if (UNCERTAIN.includes(currency)) return { ok: false, why: `Payments in ${currency} by card are not possible yet.` }
  const decimals = decimalsAtStripe(currency)
  const [scaled, divisor] = [units * tenTo(decimals), tenTo(decimalsOf(currency))]
  const isWhole = scaled % (decimals === 3 ? divisor * LEAST_OF_THREE_DECIMALS : divisor) === 0n
  const amount = storable(scaled / divisor)
  if (isWhole && amount !== null) return { ok: true, amount }
  return {
    ok: false,
    why: `${decimalOf(units, currency)} ${currency} cannot be paid by card exactly. Please round it.`,
  }
}

/** What Stripe says was paid, in the smallest unit of the currency; null where it is not a whole number of those. */
export function paidByStripe(amount: number, currency: string): Minor | null {
  if (!Number.isSafeInteger(amount) || UNCERTAIN.includes(currency)) return null
  const [scaled, divisor] = [BigInt(amount) * tenTo(decimalsOf(currency)), tenTo(decimalsAtStripe(currency))]
  return scaled % divisor === 0n ? minor(scaled / divisor) : null
}
