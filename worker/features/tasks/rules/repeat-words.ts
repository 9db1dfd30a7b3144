import type { Repeat } from './repeat.ts'

/** A repeat in words: "every 2 weeks", "every month after it is done". */
export function repeatWords({ every, unit, from }: Repeat): string {
  const often = every === 1 ? `every ${unit}` : `every ${every} ${unit}s`
  return from === 'done' ? `${often} after it is done` : often
}
