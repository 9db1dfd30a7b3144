/** A discount or charge: an amount in the currency of the document, or a percentage of what it is taken from. */
export type Adjustment = { kind: 'discount' | 'charge'; amount?: string | undefined; percent?: string | undefined }

/** What bears one tax: its category by EN 16931 (`S`, `Z`, `E`, `AE`, `K`, `G`, `O`, …) and its rate in percent. */
export type Taxed = { taxCategory: string; taxRate: string }

/** Both or neither. */
type OwnTax = { taxCategory?: string | undefined; taxRate?: string | undefined }

export type Line = Taxed & {
  quantity: string
  unitPrice: string
  /** For how many the price is, such as 100 for screws; 1 where nothing is said. */
  perQuantity?: string | undefined
  adjustments?: readonly Adjustment[] | undefined
}

/**
 * What somebody wrote: an invoice, a quote or a credit note, as far as it can be counted. Numbers are plain decimal
 * strings: quantities and prices with at most 6 decimals, percentages and rates with 4, amounts with those of the
 * currency. A line on which several rates are due says `5+9.5`.
 */
export type Doc = {
  /** By its three letters, ISO 4217. */
  currency: string
  pricesIncludeTax: boolean
  lines: readonly Line[]
  /** Of the whole document. Without a tax of its own, one is spread over the taxes of the lines. */
  adjustments?: readonly (Adjustment & OwnTax)[] | undefined
}
