/** The parts of a contact that every office has, and that a column of a file can fill. */
export const CONTACT_PARTS = [
  'name',
  'givenName',
  'familyName',
  'email',
  'phone',
  'street',
  'postalCode',
  'city',
  'region',
  'country',
  'birthday',
  'company',
  'role',
  'tags',
  'note',
] as const
export type ContactPart = (typeof CONTACT_PARTS)[number]

/** By what a row is recognised as somebody known. */
export const MATCHES = ['email', 'phone', 'name_company'] as const
export type Match = (typeof MATCHES)[number]
