import type { PostalParts } from '../../../../db/schema/contacts.ts'
import { oneLine, searchKey } from '../../../kernel/text.ts'

/** A place in one line, as it is read and, folded, as it is compared. */
export function placeLine({ street, postalCode, city, region, country }: PostalParts): {
  asTyped: string
  value: string
} {
  const parts = [street, oneLine(`${postalCode} ${city}`), region, country].map((part) => part.trim())
  const asTyped = parts.filter(Boolean).join(', ')
  return { asTyped, value: searchKey(asTyped) }
}
