import type { Condition, Filter } from '../../../../worker/features/views/rules/view.ts'

type Match = Filter['match']
/** A filter while it is being written: its parts have keys, because two that say the same are two. */
export type Draft = {
  match: Match
  groups: { key: string; match: Match; conditions: { key: string; condition: Condition }[] }[]
}

export const newKey = () => crypto.randomUUID()

/** A filter to be written on; one without conditions begins with a first. */
export const draftOf = ({ match, groups }: Filter, first: Condition): Draft => ({
  match,
  groups: (groups.length > 0 ? groups : [{ match: 'all' as const, conditions: [first] }]).map((group) => ({
    key: newKey(),
    match: group.match,
    conditions: group.conditions.map((condition) => ({ key: newKey(), condition })),
  })),
})

/** What was written, as it is kept; a single group joins the whole as its own conditions are joined. */
export function filterOf({ match, groups }: Draft): Filter {
  const plain = groups.map((group) => ({
    match: group.match,
    conditions: group.conditions.map(({ condition }) => condition),
  }))
  const [only, ...others] = plain
  return { match: only && others.length === 0 ? only.match : match, groups: plain }
}

/** The filter without one of its conditions; a group that is left empty goes. */
export const without = ({ match, groups }: Filter, condition: Condition): Filter => ({
  match,
  groups: groups
    .map((group) => ({ ...group, conditions: group.conditions.filter((each) => each !== condition) }))
    .filter(({ conditions }) => conditions.length > 0),
})
