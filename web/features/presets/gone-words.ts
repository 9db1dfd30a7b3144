import type { Removal } from './types.ts'

const KINDS = [
  ['fields', 'field', 'fields'],
  ['stages', 'stage', 'stages'],
  ['reasons', 'lost reason', 'lost reasons'],
  ['templates', 'task template', 'task templates'],
  ['people', 'made-up person', 'made-up people'],
  ['deals', 'deal of theirs', 'deals of theirs'],
  ['tasks', 'task of theirs', 'tasks of theirs'],
] as const

/** What goes, counted: “8 fields, 6 stages and 5 task templates”; empty where nothing does. */
export function goneWords(goes: Removal['goes']): string {
  const parts = KINDS.flatMap(([kind, one, many]) =>
    goes[kind] === 0 ? [] : [`${goes[kind]} ${goes[kind] === 1 ? one : many}`],
  )
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
