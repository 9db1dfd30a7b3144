/** ISO/IEC 7812: a card number has 13 to 19 digits in what is in use. */
const CARD_DIGITS_MIN = 13
const CARD_DIGITS_MAX = 19
/** The industries that issue payment cards. */
const CARD_FIRST_DIGITS = '23456'
const CARD_MARK = '[card number removed]'
const SECRET_MARK = '[secret removed]'

const DIGIT_GROUPS = /\d+(?:[ \u00a0.-]\d+)*/g
const SECRETS = /\b(?:sk|pk|rk|whsec|ghp|xox[abp])[-_][\w-]{16,200}|\bAKIA[A-Z0-9]{16}\b/g

/** The text without card numbers and the commonest kinds of API keys, which no vendor has to see. Linear. */
export const redacted = (text: string) => text.replace(DIGIT_GROUPS, withoutCards).replace(SECRETS, SECRET_MARK)

/** Groups are taken whole, so that two phone numbers side by side are not searched for an accidental card inside. */
function withoutCards(run: string): string {
  const groups = [...run.matchAll(/\d+/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  let kept = ''
  let from = 0
  for (let first = 0; first < groups.length; first += 1) {
    const card = cardFrom(run, groups, first)
    if (!card) continue
    kept += run.slice(from, card.start) + CARD_MARK
    from = card.end
    first = card.last
  }
  return kept + run.slice(from)
}

type Group = { start: number; end: number }

/** The longest card number that begins with this group. */
function cardFrom(run: string, groups: Group[], first: number) {
  const start = groups[first]?.start ?? 0
  if (!CARD_FIRST_DIGITS.includes(run.charAt(start))) return null
  let digits = ''
  let found = null
  for (let last = first; last < groups.length; last += 1) {
    const group = groups[last]
    if (!group || digits.length + group.end - group.start > CARD_DIGITS_MAX) break
    digits += run.slice(group.start, group.end)
    if (digits.length >= CARD_DIGITS_MIN && passesLuhn(digits)) found = { start, end: group.end, last }
  }
  return found
}

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - place))
    const doubled = digit * 2
    sum += place % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
