import type { Entity } from '../intents.ts'
import { findAmounts } from './amounts.ts'
import type { ReadingContext } from './context.ts'
import { findDates } from './dates.ts'
import { findEmails } from './emails.ts'
import { findPeople } from './people.ts'
import { findPhones } from './phones.ts'
import { findAddresses, findCompanies } from './places.ts'
import { findServices } from './services.ts'

/** More of one kind than this is a list or an attack, and no help on a screen. */
const LIMIT_PER_KIND = 20
const LINK = /\b(?:https?:\/\/|www\.)\S{1,2000}/g

type Placed = { start: number; end: number }

/** The text with these places as spaces, so that a phone number is not read as a date as well. */
function without(text: string, places: readonly Placed[]): string {
  let left = ''
  let at = 0
  for (const { start, end } of places.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    left += text.slice(at, start) + ' '.repeat(end - start)
    at = end
  }
  return left + text.slice(at)
}

/** Each thing once: the same value of a kind counts at its first place. */
function distinct(entities: readonly Entity[]): Entity[] {
  const seen = new Set<string>()
  return entities.filter(({ kind, value }) => {
    const key = `${kind} ${value.toLowerCase()}`
    return seen.has(key) ? false : seen.add(key)
  })
}

/** Everything that a text names, by place. `text` is read as given; positions are positions in it. */
export function findEntities(mail: { text: string; from: string; at: string }, context: ReadingContext): Entity[] {
  const links = [...mail.text.matchAll(LINK)].map(({ 0: link, index }) => ({ start: index, end: index + link.length }))
  const prose = without(mail.text, links)
  const emails = findEmails(prose, LIMIT_PER_KIND)
  const phones = findPhones(without(prose, emails), context, LIMIT_PER_KIND)
  const amounts = findAmounts(without(prose, [...emails, ...phones]), context, LIMIT_PER_KIND)
  const addresses = findAddresses(prose, LIMIT_PER_KIND)
  const plain = without(prose, [...emails, ...phones, ...amounts, ...addresses])
  const found = [
    ...emails,
    ...phones,
    ...amounts,
    ...addresses,
    ...findDates(plain, mail.at, context, LIMIT_PER_KIND),
    ...findPeople(without(prose, [...emails, ...addresses]), mail.from, LIMIT_PER_KIND),
    ...findCompanies(without(prose, emails), LIMIT_PER_KIND),
    ...findServices(prose, LIMIT_PER_KIND),
  ]
  const genuine = found.filter(({ quote, start, end }) => mail.text.slice(start, end) === quote)
  return distinct(genuine.toSorted((a, b) => a.start - b.start || a.end - b.end))
}
