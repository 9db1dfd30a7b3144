/** The ids in the order in which they stand once one of them went a step up or down; at an end it stays. */
export function stepped(ids: readonly string[], id: string, direction: 'up' | 'down'): string[] {
  const at = ids.indexOf(id)
  const to = direction === 'up' ? at - 1 : at + 1
  const other = ids[to]
  if (at < 0 || other === undefined) return [...ids]
  return ids.map((each, n) => (n === at ? other : n === to ? id : each))
}

const ORDER = ['open', 'won', 'lost'] as const
type Kind = (typeof ORDER)[number]

/** The stages with a new one after the last of its kind: work goes on from the left to the right, and ends there. */
export function withStage<Stage extends { id: string; kind: Kind }>(stages: readonly Stage[], added: Stage): Stage[] {
  const rank = ({ kind }: Stage) => ORDER.indexOf(kind)
  const at = stages.findIndex((stage) => rank(stage) > rank(added))
  return at < 0 ? [...stages, added] : [...stages.slice(0, at), added, ...stages.slice(at)]
}
