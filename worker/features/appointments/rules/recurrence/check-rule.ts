import { refusal } from './refusal.ts'
import type { Rule } from './rule.ts'

/** More times a day are a rule that repeats more often than daily, only written otherwise. */
const MOST_TIMES_A_DAY = 24

/** Refuses parts that RFC 5545 (3.3.10) does not allow together. */
export function checkRule(rule: Rule): void {
  const { frequency, byDay, byWeekNo } = rule
  const isYearly = frequency === 'YEARLY'
  const counts = byDay.some(({ nth }) => nth !== null)
  if (byDay.some(({ nth }) => nth === 0)) throw refusal('BYDAY counts from 0')
  if (rule.count !== null && rule.until !== null) throw refusal('it says both COUNT and UNTIL')
  if (counts && frequency !== 'MONTHLY' && !isYearly) throw refusal('BYDAY counts in what is no month or year')
  if (counts && byWeekNo.length > 0) throw refusal('BYDAY counts in weeks')
  if (byWeekNo.length > 0 && !isYearly) throw refusal('BYWEEKNO is for years')
  if (rule.byYearDay.length > 0 && !isYearly) throw refusal('BYYEARDAY is for years')
  if (rule.byMonthDay.length > 0 && frequency === 'WEEKLY') throw refusal('BYMONTHDAY is not for weeks')
  const parts = [
    rule.byMonth,
    byWeekNo,
    rule.byYearDay,
    rule.byMonthDay,
    byDay,
    rule.byHour,
    rule.byMinute,
    rule.bySecond,
  ]
  if (rule.bySetPos.length > 0 && parts.every(({ length }) => length === 0))
    throw refusal('BYSETPOS has nothing to choose from')
  const timesADay = [rule.byHour, rule.byMinute, rule.bySecond].reduce(
    (times, { length }) => times * Math.max(1, length),
    1,
  )
  if (timesADay > MOST_TIMES_A_DAY) throw refusal(`it repeats more than ${MOST_TIMES_A_DAY} times a day`)
}
