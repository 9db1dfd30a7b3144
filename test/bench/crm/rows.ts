/** How large an office is; deals and timeline rows go with the contacts, five of the latter to each. */
export type Size = { contacts: number; deals: number; activities: number }
export const LARGE: Size = { contacts: 100_000, deals: 20_000, activities: 500_000 }
export const SMALL: Size = { contacts: 1_000, deals: 200, activities: 5_000 }

const FIRST = 'anna ben carla david elena felix greta hans ida jonas karla luis mara nils olga paul rosa sven'.split(
  ' ',
)
const PARTS = 'berg mann feld bach stein hof wald meier schmidt huber kirch baum stadt ohl ner rich bert lang'.split(
  ' ',
)
const DAY_MS = 86_400_000
const BEGUN = Date.UTC(2025, 0, 1)
const OWNERS = 5

const pick = (words: readonly string[], n: number) => words[Math.floor(n) % words.length] ?? ''
const padded = (n: number) => n.toString(36).padStart(8, '0')

/** The n-th person: spread over the alphabet of names and ids alike, and the same whenever they are asked for. */
export function personAt(n: number) {
  const spread = (n * 7919) % 1_000_003
  const last = pick(PARTS, spread) + pick(PARTS, spread / 18) + pick(PARTS, spread / 324)
  // Nobody shares a whole name, so that a search for one finds as many in an office of any size.
  const name = `${pick(FIRST, spread / 7)} ${last}${n.toString(36)}`
  return {
    id: `c${padded(spread)}`,
    name,
    email: `${name.replace(' ', '.')}${n}@mail.test`,
    phone: `+4930${String(1_000_000 + ((n * 89_917) % 8_999_993))}`,
    owner: `member-${n % OWNERS}`,
    lastContactAt: BEGUN + ((n * 104_729_003) % (500 * DAY_MS)),
    createdAt: BEGUN + n,
  }
}

export const dealAt = (n: number, size: Size) => ({
  ...{ id: `d${padded(n)}`, title: `roof of ${personAt(n % size.contacts).name}`, createdAt: BEGUN + n },
  ...{ contactId: personAt(n % size.contacts).id, rank: padded(n) },
})

export const activityAt = (n: number, size: Size) => ({
  ...{ id: `a${padded(n)}`, contactId: personAt(n % size.contacts).id, at: BEGUN + n * 1000, title: `Line ${n}` },
})

/** What is asked: of a person in the middle of the office. */
export const ASKED = { number: 500, ...personAt(500) }
export const SINCE = '2026-01-01'
