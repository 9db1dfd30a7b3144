import { CONTACT_PARTS, type ContactPart } from '../contact-parts.ts'
import { asBytes, asUtf8, cellText, type Encoding } from '../decode.ts'
import { quotedPrintable, unescaped, unfolded, valuesIn } from './card-text.ts'

/** The columns into which a card is taken: the parts of a contact, and what else it tells. */
export const CARD_HEADINGS = [...CONTACT_PARTS, 'other'] as const
type Heading = (typeof CARD_HEADINGS)[number]
type Property = { name: string; params: string; value: string }

/** What tells of the card and not of the person, and pictures, which no contact holds yet. */
const LEFT_OUT =
  /^(BEGIN|END|VERSION|PRODID|REV|UID|N|SORT-STRING|PHOTO|LOGO|SOUND|KEY|MAILER|CLASS|SOURCE|PROFILE|X-ABLABEL|X-ABADR)$/
const PARTS: Record<string, ContactPart> = {
  EMAIL: 'email',
  TEL: 'phone',
  BDAY: 'birthday',
  TITLE: 'role',
  ROLE: 'role',
  NOTE: 'note',
}
const ADDRESS_PARTS = ['street', 'street', 'street', 'city', 'region', 'postalCode', 'country'] as const

/** A card of version 2.1, 3.0 or 4.0 as a row under `CARD_HEADINGS`; several values of one column stand in lines. */
export function readCard(bytes: Uint8Array, usual: Encoding): { cells: string[]; isGuessed: boolean } {
  const utf8 = asUtf8(bytes)
  const read = utf8 === null ? cellText(asBytes(bytes), usual) : { text: utf8, encoding: usual }
  const cells = new Map<Heading, string[]>()
  const add = (heading: Heading, value: string) => {
    if (value.trim() !== '') cells.set(heading, [...(cells.get(heading) ?? []), value.trim()])
  }
  const properties = unfolded(read.text)
    .map(propertyOf)
    .filter((property) => property !== null)
  for (const property of properties) addProperty(property, cells, add)
  const structured = properties.find(({ name }) => name === 'N')
  if (structured) addName(valuesIn(structured.value, ';').map(unescaped), cells.has('name'), add)
  return {
    cells: CARD_HEADINGS.map((heading) => (cells.get(heading) ?? []).join('\n')),
    isGuessed: read.encoding !== usual,
  }
}

type Add = (heading: Heading, value: string) => void

function addProperty({ name, params, value }: Property, cells: ReadonlyMap<Heading, string[]>, add: Add) {
  const part = PARTS[name]
  if (LEFT_OUT.test(name) || /ENCODING=(B|BASE64)\b/i.test(params)) return
  if (name === 'FN') add('name', unescaped(value))
  else if (name === 'ORG') add('company', unescaped(valuesIn(value, ';')[0] ?? ''))
  else if (name === 'CATEGORIES') for (const each of valuesIn(value, ',')) add('tags', unescaped(each))
  else if (name === 'ADR') addPlace(valuesIn(value, ';').map(unescaped), cells.has('street') || cells.has('city'), add)
  else if (part === 'birthday' || part === 'role')
    add(cells.has(part) ? 'other' : part, cells.has(part) ? `${name}: ${unescaped(value)}` : unescaped(value))
  else if (part) add(part, unescaped(value).replace(/^(mailto|tel):/i, ''))
  else add('other', `${name}: ${unescaped(value)}`)
}

function addName(names: string[], hasWhole: boolean, add: Add) {
  const [family = '', given = '', additional = '', prefix = '', suffix = ''] = names
  add('givenName', given)
  add('familyName', family)
  if (!hasWhole) add('name', [prefix, given, additional, family, suffix].filter((each) => each.trim() !== '').join(' '))
}

/** A contact has one place here; a second one is kept among what else the card tells. */
function addPlace(parts: string[], isSecond: boolean, add: Add) {
  if (isSecond) return add('other', `ADR: ${parts.filter(Boolean).join(', ')}`)
  for (const [at, part] of ADDRESS_PARTS.entries()) add(part, (parts[at] ?? '').replaceAll(/\s*\n\s*/g, ', '))
}

const QP = /ENCODING=QUOTED-PRINTABLE|(^|;)QUOTED-PRINTABLE\b/i

function propertyOf(line: string): Property | null {
  const [, , name = '', params = '', value = ''] =
    /^([\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/s.exec(line) ?? []
  if (name === '') return null
  const charset = /CHARSET="?([\w-]+)/i.exec(params)?.[1] ?? null
  return { name: name.toUpperCase(), params, value: QP.test(params) ? quotedPrintable(value, charset) : value }
}
