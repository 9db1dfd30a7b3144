import { valueWords } from '../../../../worker/features/fields/rules/value-words.ts'
import { inMoney } from '../../../ui/money.ts'
import { birthdayWords } from '../details/birthday-words.ts'
import type { Contact } from '../types.ts'

/** A field in which two contacts differ, with both values in words; null where one has none. */
export type FieldToChoose = { name: string; label: string; kept: string | null; dropped: string | null }

/** What the values are put into words with: the office's own fields, its members and its currency. */
export type Words = {
  fields: readonly { id: string; label: string; kind: string; options: { id: string; label: string }[] }[]
  members: readonly { userId: string; name: string }[]
  currency: string
}

/** The fields of which only one value can stay. Addresses, tags and all that hangs on them stay from both. */
export function fieldsToChoose(keep: Contact, drop: Contact, words: Words): FieldToChoose[] {
  const { fields, members, currency } = words
  const owner = ({ ownerId }: Contact) => members.find(({ userId }) => userId === ownerId)?.name
  const all: [name: string, label: string, inWords: (contact: Contact) => string | undefined][] = [
    ['name', 'Name', ({ name }) => name],
    ['birthday', 'Birthday', ({ birthday }) => birthdayWords(birthday)],
    ['ownerId', 'Looked after by', owner],
    ['householdId', 'Household', ({ household }) => household?.name],
    ...fields.map((field): (typeof all)[number] => [
      `fields.${field.id}`,
      field.label,
      (contact) => valueInWords(field, contact.fields[field.id], currency),
    ]),
  ]
  return all
    .map(([name, label, inWords]) => ({ name, label, kept: inWords(keep) || null, dropped: inWords(drop) || null }))
    .filter(({ kept, dropped }) => dropped !== null && kept !== dropped)
}

function valueInWords(
  field: Words['fields'][number],
  value: string | number | boolean | undefined,
  currency: string,
): string {
  if (field.kind === 'money' && typeof value === 'number') return inMoney(value, currency)
  return valueWords(field, value, currency)
}
