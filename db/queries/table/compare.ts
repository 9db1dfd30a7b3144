import { type AnyColumn, and, eq, gt, gte, isNotNull, isNull, lt, lte, ne, not, or, type SQL, sql } from 'drizzle-orm'
import { isOneOf, isYesIn, numberIn, textIn } from '#dialect'
import type { Operator } from '../../../worker/features/views/rules/view.ts'
import { FIELD_PREFIX } from '../../../worker/kernel/columns.ts'
import { minorUnits } from '../../../worker/kernel/money.ts'
import { searchKey } from '../../../worker/kernel/text.ts'
import { begins, contains, type FoldedColumn, holds, opens } from '../search.ts'
import type { Clock, Where } from './source.ts'

const DAY_MS = 86_400_000
const MOST_DAYS = 366

export const isFilled = (value: SQL, operator: Operator): SQL | undefined =>
  operator === 'is_empty' ? isNull(value) : operator === 'is_not_empty' ? isNotNull(value) : undefined

/** What is empty is not anything: “is not” finds it as well. */
function compared(value: SQL, operator: Operator, other: string | number): SQL | undefined {
  if (operator === 'less') return lt(value, other)
  if (operator === 'more') return gt(value, other)
  if (operator === 'is') return eq(value, other)
  return operator === 'is_not' ? or(ne(value, other), isNull(value)) : isFilled(value, operator)
}

/** A name or title, by the column in which it is folded. */
export const byFolded =
  (column: FoldedColumn): Where =>
  (_, { operator, values: [first = ''] }) => {
    const key = searchKey(first)
    if (operator === 'is') return eq(column, key)
    if (operator === 'is_not') return ne(column, key)
    if (operator === 'starts_with') return begins(column, key)
    return operator === 'contains' ? contains(column, key) : isFilled(sql`${column}`, operator)
  }

/** A text that is not folded. */
export const byText =
  (text: SQL): Where =>
  (_, { operator, values: [first = ''] }) => {
    if (operator === 'contains') return holds(text, first)
    return operator === 'starts_with'
      ? opens(text, first)
      : compared(sql`lower(${text})`, operator, first.toLowerCase())
  }

/** One of a list, or a member, by the id. */
export const byChoice =
  (value: SQL): Where =>
  (_, { operator, values: [first = ''] }) =>
    compared(value, operator, first)

export const byNumber =
  (value: SQL): Where =>
  (_, { operator, values: [first = ''] }) =>
    compared(value, operator, Number(first.replace(',', '.')))

/** An amount in the smallest unit of its currency, compared with what was typed in the office's. */
export const byAmount =
  (value: SQL): Where =>
  ({ currency }, { operator, values: [first = ''] }) => {
    const typed = first.trim().replace(',', '.')
    const minor = minorUnits(typed.replace('-', ''), currency)
    if (minor === null) return isFilled(value, operator)
    return compared(value, operator, typed.startsWith('-') ? -minor : minor)
  }

/** A calendar day. */
export const byDay =
  (day: SQL): Where =>
  ({ clock }, { operator, values: [first = ''] }) => {
    if (operator === 'in_next_days') return between(day, clock.dayAfter(0), clock.dayAfter(daysIn(first)))
    if (operator === 'in_last_days') return between(day, clock.dayAfter(-daysIn(first)), clock.dayAfter(0))
    return compared(day, operator, first)
  }

const between = (value: SQL, from: string, to: string) => and(gte(value, from), lte(value, to))
const daysIn = (value: string) => Math.min(MOST_DAYS, Math.max(0, Math.trunc(Number(value)) || 0))

export const byInstant =
  (column: AnyColumn): Where =>
  ({ clock }, { operator, values: [first = ''] }) => {
    if (operator === 'in_last_days') return gte(column, new Date(clock.now.getTime() - daysIn(first) * DAY_MS))
    const day = clock.startOf(first)
    if (operator === 'less') return day ? lt(column, day) : undefined
    if (operator === 'more') return day ? gte(column, day) : undefined
    return isFilled(sql`${column}`, operator)
  }

/** Birthdays have no year here: the days to come are named one by one. */
export const byBirthday =
  (column: AnyColumn): Where =>
  ({ clock }, { operator, values: [first = ''] }) =>
    operator === 'in_next_days' ? isOnOneOf(column, clock, daysIn(first)) : isFilled(sql`${column}`, operator)

function isOnOneOf(birthday: AnyColumn, clock: Clock, days: number): SQL | undefined {
  const sought = Array.from({ length: days + 1 }, (_, at) => clock.dayAfter(at).slice(5))
  // With a year the month begins at the sixth letter, without one at the third.
  return or(...[6, 3].map((from) => isOneOf(sql`substr(${birthday}, ${sql.raw(String(from))})`, sought)))
}

/** Yes or no; what was never said is a no, and is empty as well. */
export const byFlag =
  (isYes: SQL, isUnsaid: SQL): Where =>
  (_, { operator, values: [first = ''] }) => {
    if (operator === 'is_empty') return isUnsaid
    if (operator === 'is_not_empty') return not(isUnsaid)
    return first === 'yes' ? isYes : or(not(isYes), isUnsaid)
  }

/** A field that the office added, by its kind; its values stand in `fields`. */
export const byField =
  (fields: AnyColumn): Where =>
  (asked, condition) => {
    const kind = asked.columns.find(({ id }) => id === condition.column)?.kind
    const name = condition.column.slice(FIELD_PREFIX.length)
    const text = textIn(fields, name)
    switch (kind) {
      case 'flag':
        return byFlag(isYesIn(fields, name), isNull(text))(asked, condition)
      case 'number':
        return byNumber(numberIn(fields, name))(asked, condition)
      case 'money':
        return byAmount(numberIn(fields, name))(asked, condition)
      case 'choice':
        return byChoice(text)(asked, condition)
      case 'date':
        return byDay(text)(asked, condition)
      default:
        return byText(text)(asked, condition)
    }
  }
