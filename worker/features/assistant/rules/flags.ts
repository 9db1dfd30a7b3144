import { SUPPORTED_LANGUAGES, UNDETERMINED } from './language.ts'

/**
 * Reasons to let a person look, whatever the classifier thinks. They are smoke alarms, not proof: each only holds an
 * action back and none lets one through.
 */
export const FLAGS = [
  'empty',
  'truncated',
  'hidden_text',
  'unsupported_language',
  'injection',
  'card_number',
  'asks_money',
  'credentials',
  'wants_person',
] as const
export type Flag = (typeof FLAGS)[number]

/** What is only worth knowing. Whatever is not named here holds back, so that a new flag is careful before it is known. */
const SOFT_FLAGS: readonly string[] = ['bulk']

/** Whether any of the flags asks for a person. */
export const holdsBack = (flags: readonly string[]): boolean => flags.some((flag) => !SOFT_FLAGS.includes(flag))

const INJECTION = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:previous|prior|above|earlier|your|all|any|the|these)\b.{0,30}\b(?:instructions?|rules?|prompts?|guidelines?|polic(?:y|ies)|directions?|context)\b/i,
  /\b(?:you are|act as|behave as|pretend to be)\b.{0,30}\b(?:an? ai|assistant|chatbot|language model|llm|dan|developer mode)\b/i,
  /\b(?:system prompt|developer message|system override|new instructions?:|system:|assistant:)|\[\/?inst\]|<\|im_(?:start|end)\|>|<\/?system>/i,
  /\b(?:ai|llm|assistant|bot|chatgpt|claude)\b.{0,30}\b(?:must|should|shall|has to|needs to|will)\b.{0,40}\b(?:approve|forward|send|transfer|delete|classify|mark|reply|execute|pay)\b/i,
  /\b(?:classify|label|mark|treat)\b.{0,20}\b(?:this|message|mail|email)\b.{0,30}\b(?:as|with)\b.{0,30}\b(?:safe|approved|urgent|appointment|confidence|trusted)\b/i,
  /\b(?:confidence|threshold)\b.{0,15}(?:[:=]|\bof\b|\bto\b)\s?(?:0?\.9|1\.0|1\b|100)/i,
  /\b(?:reveal|print|show|output|repeat)\b.{0,20}\b(?:system prompt|your (?:instructions|prompt|rules)|hidden (?:text|rules))\b/i,
]
const ASKS_MONEY =
  /\b(?:wire|transfer|send|pay)\b.{0,40}\b(?:money|funds|bitcoin|btc|crypto|gift cards?|western union|moneygram|new (?:bank|account)|account number)\b|\b(?:changed|new|updated) (?:our )?bank(?:ing)? (?:details|account)\b/i
const CREDENTIALS =
  /\b(?:password|passcode|pin code|login details|one[- ]time code|verification code|mother['’]s maiden name|social security number)\b/i
const WANTS_PERSON =
  /\b(?:talk|speak) (?:to|with) (?:a|an|the|some) ?(?:real |actual |human )?(?:person|human|one|manager|owner|someone|somebody)\b/i

/** Zero-width, bidirectional and tag characters: text that a model reads and a person does not see. */
const INVISIBLE = /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\u00AD]|[\u{E0000}-\u{E007F}]/gu
const TAGS = /[\u{E0020}-\u{E007F}]/u
/** A few soft hyphens or joiners are typography. */
const INVISIBLE_TOLERATED = 12

const CARD_CANDIDATE = /(?<!\d)(?:\d[ -]?){12,18}\d(?!\d)/g
const CARD_LEADS = /^[3-6]/

/** The check digit of payment cards (ISO/IEC 7812-1, annex B). */
function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits.charAt(digits.length - 1 - at))
    const weighed = at % 2 === 0 ? digit : digit * 2
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return sum % 10 === 0
}

const holdsCard = (text: string) =>
  [...text.matchAll(CARD_CANDIDATE)]
    .map(([candidate]) => candidate.replace(/\D/g, ''))
    .some((digits) => CARD_LEADS.test(digits) && new Set(digits).size > 1 && passesLuhn(digits))

const hidesText = (text: string) => TAGS.test(text) || (text.match(INVISIBLE)?.length ?? 0) > INVISIBLE_TOLERATED

/** What about this message asks for a person's eye. `truncated` says that part of it was not read. */
export function flagsOf(subject: string, text: string, language: string, truncated: boolean): Flag[] {
  const all = `${subject}\n${text}`
  const lines = all.split('\n')
  const some = (pattern: RegExp) => lines.some((line) => pattern.test(line))
  const raised: Record<Flag, boolean> = {
    empty: !/[\p{L}\p{N}]/u.test(text),
    truncated,
    hidden_text: hidesText(all),
    unsupported_language: language !== UNDETERMINED && !SUPPORTED_LANGUAGES.includes(language),
    injection: INJECTION.some(some),
    card_number: holdsCard(all),
    asks_money: some(ASKS_MONEY),
    credentials: some(CREDENTIALS),
    wants_person: some(WANTS_PERSON),
  }
  return FLAGS.filter((flag) => raised[flag])
}
