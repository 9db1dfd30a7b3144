import type { Understanding } from './matter.ts'

const CANCELS = /\b(?:cancel\w{0,10}|call off|won['’]t be (?:coming|able)|no longer (?:need|coming))\b/i
const MOVES =
  /\b(?:reschedul\w{0,4}|move|moved|moving|change|another (?:day|time|slot)|instead|postpone|push|swap|later|earlier)\b/i

/** Whether the sender wants to give an appointment up, rather than to have it at another time. */
export function wantsToCancel({ subject, summary }: Understanding): boolean {
  const said = [subject, ...summary.map(({ quote }) => quote)].join('\n')
  return CANCELS.test(said) && !MOVES.test(said)
}
