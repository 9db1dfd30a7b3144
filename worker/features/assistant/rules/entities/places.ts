import type { Entity } from '../intents.ts'

const WORD = String.raw`[\p{Lu}][\p{L}'’.-]{0,24}`
const ROAD =
  'Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Way|Close|Terrace|Crescent|Square|Sq|Boulevard|Blvd|Hill|Gardens|Mews|Grove|Row|Parkway|Highway|Hwy|Circle|Trail|Quay|Walk'
const TOWN = `(?:${WORD} ?){1,3}`
const UK_POSTCODE = String.raw`[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}`
const US_STATE = String.raw`[A-Z]{2}(?: \d{5}(?:-\d{4})?)?`
const STREET = String.raw`\d{1,5}[A-Za-z]?,? (?:(?:${WORD}|\d{1,3}(?:st|nd|rd|th)|of|the) ){1,4}(?:${ROAD})\b\.?(?:,? (?:Apt|Unit|Flat|Suite|Ste|#)\.? ?\w{1,6})?`
const ADDRESS = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:Flat|Apt|Unit|Suite) \w{1,5},? )?${STREET}(?:,\s${TOWN})?(?:,?\s(?:${UK_POSTCODE}|${US_STATE})\b)?`,
  'gu',
)
/** "Hauptstraße 12, 10115 Berlin": the number behind the street, as most of Europe writes it. */
const EUROPEAN =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}-]{1,24}(?:straße|strasse|str\.|weg|gasse|platz|allee|straat|laan) \d{1,4}\s?[a-z]?(?:,\s\d{4,5} \p{Lu}[\p{L}-]{1,24})?/gu

const LEGAL = 'Ltd|Limited|LLC|LLP|Inc|Corp|Corporation|GmbH|AG|KG|PLC|plc|BV|SARL|SAS|Pty|SpA|Oy|AB'
const TRADE_NAME =
  'Solutions|Agency|Studios?|Group|Partners|Associates|Consulting|Marketing|Media|Holdings|Logistics|Properties|Lettings|Industries|Interiors|Builders|Supplies'
const NAMES = String.raw`(?:[\p{Lu}\d][\p{L}\d'’&-]{0,24},? (?:& |and |of )?){1,4}`
const COMPANIES = [
  new RegExp(String.raw`(?<![\p{L}\p{N}])${NAMES}(?:${LEGAL})\b\.?`, 'gu'),
  new RegExp(String.raw`(?<=\b(?:from|at|of|with|for|behalf of) )${NAMES}(?:${TRADE_NAME})\b`, 'gu'),
  new RegExp(String.raw`(?<=\n)${NAMES}(?:${TRADE_NAME})(?=\s*(?:\n|$))`, 'gu'),
]

const entities = (kind: 'address' | 'company', text: string, patterns: readonly RegExp[]): Entity[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: matched, index: start }) => {
      const quote = kind === 'address' ? matched.trimEnd().replace(/\.$/, '') : matched.trimEnd()
      return { kind, value: quote.split(/\s/).filter(Boolean).join(' '), quote, start, end: start + quote.length }
    }),
  )

/** Postal addresses: a house number and a kind of road, with the town and code that follow. */
export const findAddresses = (text: string, limit: number): Entity[] =>
  entities('address', text, [ADDRESS, EUROPEAN]).slice(0, limit)

/** Companies: names with a legal form, or one of the usual trade words where somebody says where they are from. */
export const findCompanies = (text: string, limit: number): Entity[] =>
  entities('company', text, COMPANIES).slice(0, limit)
