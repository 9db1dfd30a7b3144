type Stage = { id: string }
type Deal = { stageId: string; amountMinor: number | null; currency: string }
type Total = { currency: string; minor: number }

/** The sum of the deals for each currency, in minor units. Deals without an amount add nothing. */
function totalsOf(deals: readonly Deal[]): Total[] {
  const sums = new Map<string, number>()
  for (const { amountMinor, currency } of deals)
    if (amountMinor !== null) sums.set(currency, (sums.get(currency) ?? 0) + amountMinor)
  return [...sums].map(([currency, minor]) => ({ currency, minor }))
}

/** Every stage in the order given, with its deals and what they come to. */
export function groupDeals<S extends Stage, D extends Deal>(stages: readonly S[], deals: readonly D[]) {
  return stages.map((stage) => {
    const inStage = deals.filter(({ stageId }) => stageId === stage.id)
    return { stage, deals: inStage, totals: totalsOf(inStage) }
  })
}
