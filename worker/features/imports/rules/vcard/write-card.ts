import { escaped } from './card-text.ts'

export type CardOf = {
  id: string
  name: string
  birthday: string | null
  emails: string[]
  phones: string[]
  places: { street: string; postalCode: string; city: string; region: string; country: string }[]
  companies: { name: string; role: string | null }[]
  tags: string[]
}

/** RFC 2426, section 2.6: a line is at most 75 bytes. */
const LINE_BYTES = 75

/** A contact as a card of version 3.0, which every address book reads. */
export function writeCard(of: CardOf): string {
  const [company] = of.companies
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:${of.id}`,
    `FN:${escaped(of.name)}`,
    `N:${namesOf(of.name).map(escaped).join(';')};;;`,
    ...of.emails.map((email) => `EMAIL;TYPE=INTERNET:${escaped(email)}`),
    ...of.phones.map((phone) => `TEL;TYPE=VOICE:${escaped(phone)}`),
    ...of.places.map(
      (place) =>
        `ADR:;;${[place.street, place.city, place.region, place.postalCode, place.country].map(escaped).join(';')}`,
    ),
    ...(company ? [`ORG:${escaped(company.name)}`] : []),
    ...(company?.role ? [`TITLE:${escaped(company.role)}`] : []),
    ...(of.birthday ? [`BDAY:${of.birthday}`] : []),
    ...(of.tags.length > 0 ? [`CATEGORIES:${of.tags.map(escaped).join(',')}`] : []),
    'END:VCARD',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** Family name and given names: the last word and those before it. */
function namesOf(name: string): [string, string] {
  const at = name.lastIndexOf(' ')
  return at < 0 ? ['', name] : [name.slice(at + 1), name.slice(0, at)]
}

function folded(line: string): string {
  const encoder = new TextEncoder()
  let written = ''
  let length = 0
  for (const letter of line) {
    const bytes = encoder.encode(letter).length
    if (length + bytes > LINE_BYTES) {
      written += '\r\n '
      length = 1
    }
    written += letter
    length += bytes
  }
  return written
}
