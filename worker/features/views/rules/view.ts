import { z } from 'zod'

/** The kinds of records that are listed as tables. */
export const LISTED = ['contact', 'company', 'deal', 'task'] as const
export type Listed = (typeof LISTED)[number]

/** How a column is compared with what a member typed. Which of them fit depends on the column's kind. */
export const OPERATORS = [
  'is',
  'is_not',
  'contains',
  'starts_with',
  'less',
  'more',
  'is_empty',
  'is_not_empty',
  'has_any',
  'has_none',
  'in_last_days',
  'in_next_days',
] as const
export type Operator = (typeof OPERATORS)[number]

const MOST_CONDITIONS = 20
const MOST_VALUES = 50
const VALUE_LENGTH = 200

/** `column` is a built-in column, or `field:` with the id of a field that the office added. */
export const Condition = z.object({
  column: z.string().max(80),
  operator: z.enum(OPERATORS),
  values: z.array(z.string().max(VALUE_LENGTH)).max(MOST_VALUES),
})
export type Condition = z.infer<typeof Condition>

/** Groups are joined by `match`, the conditions of a group by its own: enough for every "and" of "or"s and the other way round. */
export const Filter = z.object({
  match: z.enum(['all', 'any']),
  groups: z
    .array(z.object({ match: z.enum(['all', 'any']), conditions: z.array(Condition).max(MOST_CONDITIONS) }))
    .max(MOST_CONDITIONS),
})
export type Filter = z.infer<typeof Filter>

export const Sort = z.object({ column: z.string().max(80), descending: z.boolean() })
export type Sort = z.infer<typeof Sort>

/** A list as somebody wants to see it. */
export const View = z.object({ columns: z.array(z.string().max(80)).max(50), filter: Filter, sort: Sort.nullable() })
export type View = z.infer<typeof View>

/** What a list shows before anybody asks for anything else. */
export const NO_FILTER: Filter = { match: 'all', groups: [] }
