export type CatchUp = { answer: 'welcome' } | { answer: 'reset' } | { answer: 'events'; after: number }

/**
 * What a screen is owed that last heard of event `known`, or of none yet. A number higher than ours was given out
 * before this desk lost its memory, so nothing that screen knows can be trusted.
 * `oldestKept` is the first event that is still there, or the next to come when there is none.
 */
export function catchUp(known: number | null, newest: number, oldestKept: number): CatchUp {
  if (known === null || known === newest) return { answer: 'welcome' }
  if (known > newest || known + 1 < oldestKept) return { answer: 'reset' }
  return { answer: 'events', after: known }
}
