import fc from 'fast-check'
import type { Adjustment, Doc, Line } from '../../../worker/features/billing/rules/document.ts'
import { decimalText } from '../../../worker/kernel/money.ts'

/** Any plain decimal from nothing up to `most` smallest steps, with each number of decimals as often. */
const decimal = (mostDecimals: number, most: bigint) =>
  fc
    .tuple(fc.bigInt({ min: 0n, max: most }), fc.integer({ min: 0, max: mostDecimals }))
    .map(([digits, decimals]) => decimalText(digits, decimals))

const signed = (numbers: fc.Arbitrary<string>, sign: fc.Arbitrary<string>) =>
  fc.tuple(sign, numbers).map(([sign, number]) => `${sign}${number}`)

/** Prices that leave halves and equal remainders more often than chance would. */
const roundPrice = fc.constantFrom('10', '5', '0.5', '0.05', '0.005', '1.25', '3.30', '20.00')
const price = fc.oneof(
  { weight: 9, arbitrary: decimal(6, 10n ** 8n) },
  { weight: 6, arbitrary: roundPrice },
  { weight: 1, arbitrary: decimal(6, 10n ** 18n - 1n) },
)
const quantity = fc.oneof(fc.constant('1'), decimal(6, 10n ** 5n), decimal(6, 10n ** 18n - 1n))
const above = (numbers: fc.Arbitrary<string>) => numbers.filter((text) => /[1-9]/.test(text))

const tax = fc
  .oneof(
    { weight: 4, arbitrary: fc.constantFrom('19', '7', '20', '5.5', '8.875', '0', '0.0001', '100') },
    { weight: 1, arbitrary: decimal(4, 10n ** 6n) },
  )
  .map((taxRate) => ({ taxCategory: 'S', taxRate }))
const withoutTax = fc.constantFrom('Z', 'E', 'AE', 'K').map((taxCategory) => ({ taxCategory, taxRate: '0' }))
const severalRates = fc
  .constantFrom('5+9.975', '9.5+5', '5+7', '0+19')
  .map((taxRate) => ({ taxCategory: 'S', taxRate }))

const kind = fc.constantFrom('discount' as const, 'charge' as const)
const percentage = (kind: Adjustment['kind']) =>
  kind === 'discount'
    ? fc.bigInt({ min: 0n, max: 1_000_000n }).map((millionths) => decimalText(millionths, 4))
    : decimal(4, 10n ** 6n)

const adjustmentIn = (decimals: number): fc.Arbitrary<Adjustment> =>
  kind.chain((kind) =>
    fc.oneof(
      percentage(kind).map((percent) => ({ kind, percent })),
      decimal(decimals, 10n ** 5n).map((amount) => ({ kind, amount })),
    ),
  )

/** What a document may have besides plain lines. */
type More = { severalRates?: boolean; returns?: boolean; onTheWhole?: boolean }

const lineIn = (decimals: number, more: More): fc.Arbitrary<Line> =>
  fc
    .tuple(
      fc.record(
        {
          quantity: signed(quantity, more.returns ? fc.constantFrom('', '', '', '-') : fc.constant('')),
          unitPrice: price,
          perQuantity: above(quantity),
          adjustments: fc.array(adjustmentIn(decimals), { maxLength: 3 }),
        },
        { requiredKeys: ['quantity', 'unitPrice'] },
      ),
      more.severalRates ? fc.oneof(tax, tax, withoutTax, severalRates) : fc.oneof(tax, tax, withoutTax),
    )
    .map(([line, tax]) => ({ ...line, ...tax }))

/** Any document that has a meaning, in currencies of 0, 2, 3 and 4 decimals. */
export const anyDocument = (more: More = { severalRates: true, returns: true, onTheWhole: true }): fc.Arbitrary<Doc> =>
  fc
    .constantFrom(
      ['JPY', 0] as const,
      ['EUR', 2] as const,
      ['HUF', 2] as const,
      ['KWD', 3] as const,
      ['CLF', 4] as const,
    )
    .chain(([currency, decimals]) =>
      fc.record({
        currency: fc.constant(currency),
        pricesIncludeTax: fc.boolean(),
        lines: fc.array(lineIn(decimals, more), { maxLength: 8 }),
        adjustments: fc.array(
          fc
            .tuple(adjustmentIn(decimals), fc.oneof(fc.constant({}), fc.constant({}), tax, withoutTax))
            .map(([adjustment, tax]) => ({ ...adjustment, ...tax })),
          { maxLength: more.onTheWhole ? 3 : 0 },
        ),
      }),
    )
