import type { ContactPart } from '../../../worker/features/imports/rules/contact-parts.ts'
import { CONTACT_PARTS, type MATCHES } from '../../../worker/features/imports/rules/contact-parts.ts'
import type { Preview, Target } from './types.ts'

const PART_WORDS: Record<ContactPart, string> = {
  name: 'Name',
  givenName: 'First name',
  familyName: 'Last name',
  email: 'Mail address',
  phone: 'Phone',
  street: 'Street',
  postalCode: 'Postal code',
  city: 'Town',
  region: 'Region',
  country: 'Country',
  birthday: 'Birthday',
  company: 'Company',
  role: 'Position in the company',
  tags: 'Tags',
  note: 'Note',
}
const NEW_KINDS = {
  text: 'text',
  number: 'number',
  date: 'date',
  flag: 'yes or no',
  link: 'web address',
  money: 'amount',
} as const
type NewKind = keyof typeof NEW_KINDS
const isNewKind = (kind: string): kind is NewKind => Object.hasOwn(NEW_KINDS, kind)

export const MATCH_WORDS: Record<(typeof MATCHES)[number], string> = {
  email: 'the same mail address, and a name like it',
  phone: 'the same phone number, and a name like it',
  name_company: 'the same name at the same company',
}

/** What a column can be: what a select shows, with a text that stands for each. */
export const choicesFor = (fields: Preview['fields']) => [
  { value: 'nothing', label: 'Leave out' },
  { group: 'Contact', items: CONTACT_PARTS.map((part) => ({ value: `part ${part}`, label: PART_WORDS[part] })) },
  ...(fields.length > 0
    ? [{ group: 'Your fields', items: fields.map(({ id, label }) => ({ value: `field ${id}`, label })) }]
    : []),
  {
    group: 'New field …',
    items: Object.entries(NEW_KINDS).map(([kind, word]) => ({ value: `new ${kind}`, label: `New field: ${word}` })),
  },
]

export function choiceOf(target: Target): string {
  if (target.to === 'part') return `part ${target.part}`
  if (target.to === 'field') return `field ${target.fieldId}`
  return target.to === 'new_field' ? `new ${target.kind}` : 'nothing'
}

/** The target that a choice stands for; a new field is called like its column. */
export function targetOf(choice: string, heading: string): Target {
  const [to, what = ''] = choice.split(' ')
  const part = CONTACT_PARTS.find((each) => each === what)
  if (to === 'part' && part) return { to: 'part', part }
  if (to === 'field') return { to: 'field', fieldId: what }
  if (to === 'new' && isNewKind(what))
    return { to: 'new_field', label: heading.trim().slice(0, 80) || 'New field', kind: what }
  return { to: 'nothing' }
}
