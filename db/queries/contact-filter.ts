import { and, eq, exists, gt, gte, isNotNull, isNull, lt, lte, ne, not, or, type SQL, sql } from 'drizzle-orm'
import { isOneOf, isYesIn, numberIn, textIn } from '#dialect'
import type { Column } from '../../worker/features/views/rules/columns.ts'
import type { Condition, Filter, Operator } from '../../worker/features/views/rules/view.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { searchKey } from '../../worker/kernel/text.ts'
import { companies } from '../schema/companies.ts'
import { addresses, contactAddresses, contactCompanies, contacts } from '../schema/contacts.ts'
import type { Db } from '../schema/index.ts'
import { taggings } from '../schema/records.ts'
import { begins, contains, holds, opens } from './search.ts'

/** What days are compared with: today in the office's zone, and a day so many after it; and when such a day begins. */
export type Clock = { now: Date; dayAfter: (days: number) => string; startOf: (day: string) => Date | null }
type Asked = { db: Db; officeId: OfficeId; clock: Clock; columns: readonly Column[] }

const FIELD = 'field:'
const DAY_MS = 86_400_000
const MOST_DAYS = 366

/** The condition of a filter whose conditions are complete, or nothing where it asks for nothing. */
export function matching(asked: Asked, { match, groups }: Filter): SQL | undefined {
  const joinedBy = (how: 'all' | 'any', parts: (SQL | undefined)[]) => (how === 'all' ? and(...parts) : or(...parts))
  return joinedBy(
    match,
    groups.map((group) =>
      joinedBy(
        group.match,
        group.conditions.map((each) => conditionOf(asked, each)),
      ),
    ),
  )
}

function conditionOf(asked: Asked, condition: Condition): SQL | undefined {
  const { column, operator, values } = condition
  const [first = ''] = values
  switch (column) {
    case 'name':
      return ofText(contacts.nameKey, operator, searchKey(first))
    case 'email':
    case 'phone':
      return ofAddress(asked, column, operator, first)
    case 'tags':
      return ofTags(asked, operator, values)
    case 'company':
      return ofCompany(asked, operator, first)
    case 'ownerId':
      return compared(sql`${contacts.ownerId}`, operator, first)
    case 'birthday':
      return ofBirthday(asked.clock, operator, first)
    case 'createdAt':
    case 'lastContactAt':
      return ofInstant(contacts[column], asked.clock, operator, first)
    default:
      return column.startsWith(FIELD) ? ofField(asked, condition) : undefined
  }
}

const isFilled = (value: SQL, operator: Operator) =>
  operator === 'is_empty' ? isNull(value) : operator === 'is_not_empty' ? isNotNull(value) : undefined

function ofText(column: typeof contacts.nameKey, operator: Operator, key: string): SQL | undefined {
  if (operator === 'is') return eq(column, key)
  if (operator === 'is_not') return ne(column, key)
  if (operator === 'starts_with') return begins(column, key)
  return operator === 'contains' ? contains(column, key) : isFilled(sql`${column}`, operator)
}

function ofInstant(
  column: typeof contacts.createdAt | typeof contacts.lastContactAt,
  clock: Clock,
  operator: Operator,
  value: string,
): SQL | undefined {
  if (operator === 'in_last_days') return gte(column, new Date(clock.now.getTime() - daysIn(value) * DAY_MS))
  const day = clock.startOf(value)
  if (operator === 'less') return day ? lt(column, day) : undefined
  if (operator === 'more') return day ? gte(column, day) : undefined
  return isFilled(sql`${column}`, operator)
}

const daysIn = (value: string) => Math.min(MOST_DAYS, Math.max(0, Math.trunc(Number(value)) || 0))

/** Birthdays have no year here: the days to come are named one by one. */
function ofBirthday(clock: Clock, operator: Operator, value: string): SQL | undefined {
  if (operator !== 'in_next_days') return isFilled(sql`${contacts.birthday}`, operator)
  const days = Array.from({ length: daysIn(value) + 1 }, (_, at) => clock.dayAfter(at).slice(5))
  // With a year the month begins at the sixth letter, without one at the third.
  return or(...[6, 3].map((from) => isOneOf(sql`substr(${contacts.birthday}, ${sql.raw(String(from))})`, days)))
}

function ofField({ clock, columns }: Asked, { column, operator, values }: Condition): SQL | undefined {
  const kind = columns.find(({ id }) => id === column)?.kind
  const name = column.slice(FIELD.length)
  const [first = ''] = values
  if (kind === 'flag' && operator === 'is') {
    const isYes = isYesIn(contacts.fields, name)
    return first === 'yes' ? isYes : or(not(isYes), isNull(textIn(contacts.fields, name)))
  }
  if (kind === 'number' || kind === 'money') return compared(numberIn(contacts.fields, name), operator, Number(first))
  const text = textIn(contacts.fields, name)
  if (kind === 'choice') return compared(text, operator, first)
  if (kind === 'date') {
    if (operator === 'in_next_days') return between(text, clock.dayAfter(0), clock.dayAfter(daysIn(first)))
    if (operator === 'in_last_days') return between(text, clock.dayAfter(-daysIn(first)), clock.dayAfter(0))
    return compared(text, operator, first)
  }
  if (operator === 'contains') return holds(text, first)
  return operator === 'starts_with' ? opens(text, first) : compared(sql`lower(${text})`, operator, first.toLowerCase())
}

const between = (value: SQL, from: string, to: string) => and(gte(value, from), lte(value, to))

/** What is empty is not anything: “is not” finds it as well. */
function compared(value: SQL, operator: Operator, other: string | number): SQL | undefined {
  if (operator === 'less') return lt(value, other)
  if (operator === 'more') return gt(value, other)
  if (operator === 'is') return eq(value, other)
  return operator === 'is_not' ? or(ne(value, other), isNull(value)) : isFilled(value, operator)
}

function ofTags({ db, officeId }: Asked, operator: Operator, tagIds: readonly string[]): SQL | undefined {
  const isAny = operator === 'has_any' || operator === 'has_none'
  const found = exists(
    db
      .select({ one: sql`1` })
      .from(taggings)
      .where(
        and(
          eq(taggings.officeId, officeId),
          eq(taggings.record, 'contact'),
          eq(taggings.recordId, contacts.id),
          isAny ? isOneOf(taggings.tagId, tagIds) : undefined,
        ),
      ),
  )
  return operator === 'has_any' || operator === 'is_not_empty' ? found : not(found)
}

function ofCompany({ db, officeId }: Asked, operator: Operator, text: string): SQL | undefined {
  const found = exists(
    db
      .select({ one: sql`1` })
      .from(contactCompanies)
      .innerJoin(companies, and(eq(companies.officeId, officeId), eq(companies.id, contactCompanies.companyId)))
      .where(
        and(
          eq(contactCompanies.officeId, officeId),
          eq(contactCompanies.contactId, contacts.id),
          isNull(companies.archivedAt),
          operator === 'contains' ? contains(companies.nameKey, searchKey(text)) : undefined,
        ),
      ),
  )
  return operator === 'is_empty' ? not(found) : found
}

function ofAddress(
  { db, officeId }: Asked,
  kind: 'email' | 'phone',
  operator: Operator,
  text: string,
): SQL | undefined {
  const key = kind === 'phone' ? text.replaceAll(/[^\d+]/g, '') : text.toLowerCase()
  const like = operator === 'contains' ? contains : operator === 'starts_with' ? begins : null
  const found = exists(
    db
      .select({ one: sql`1` })
      .from(contactAddresses)
      .innerJoin(addresses, and(eq(addresses.officeId, officeId), eq(addresses.id, contactAddresses.addressId)))
      .where(
        and(
          eq(contactAddresses.officeId, officeId),
          eq(contactAddresses.contactId, contacts.id),
          eq(addresses.kind, kind),
          like?.(addresses.value, key),
        ),
      ),
  )
  return operator === 'is_empty' ? not(found) : found
}
