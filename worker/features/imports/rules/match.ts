import { searchKey } from '../../../kernel/text.ts'
import { areSimilar } from '../../contacts/rules/similar-names.ts'
import type { Match } from './contact-parts.ts'
import { addressKey, type Known, namedAtKey, type Person } from './known.ts'
import type { Draft } from './row-draft.ts'

/**
 * Who of the people known a row speaks of. Sharing an address is not enough, because a family shares one: the names must
 * be alike as well. A name that is only the address itself says nothing against.
 */
export function whoIs(draft: Draft, matchBy: readonly Match[], known: Known): Person | null {
  const nameKey = searchKey(draft.name)
  for (const match of matchBy) {
    const found = match === 'name_company' ? namedAt(draft, nameKey, known) : atAddress(draft, match, nameKey, known)
    if (found) return found
  }
  return null
}

function atAddress(draft: Draft, kind: 'email' | 'phone', nameKey: string, known: Known): Person | null {
  const isNameless = draft.addresses.some(({ asTyped }) => asTyped === draft.name)
  for (const address of draft.addresses.filter((each) => each.kind === kind))
    for (const id of known.atAddress.get(addressKey(address)) ?? []) {
      const person = known.people.get(id)
      if (person && (isNameless || person.nameKey === nameKey || areSimilar(person.nameKey, nameKey))) return person
    }
  return null
}

function namedAt(draft: Draft, nameKey: string, known: Known): Person | null {
  if (draft.company === null) return null
  const id = known.namedAt.get(namedAtKey(nameKey, searchKey(draft.company)))
  return (id && known.people.get(id)) || null
}
