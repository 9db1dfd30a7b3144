import { alone } from '../../../db/queries/plan.ts'
import type { Import } from '../../../db/schema/imports.ts'
import { searchKey } from '../../kernel/text.ts'
import { seenKey } from '../files/keys.ts'
import { goThrough, type Needs, type Way } from './go-through.ts'
import { loadKnown } from './load-known.ts'
import { applyRows } from './rules/apply-rows.ts'
import { addressKey, type DraftedRow, type Known, namedAtKey, type Person } from './rules/known.ts'
import { idOf } from './rules/new-rows.ts'

/** What earlier rows would have made: whose name stands at a mail address, a phone, or a name with a company. */
type Seen = Map<string, string>
/** More keys than a hundred thousand people have; beyond them the memory of the Worker comes first. */
const MOST_SEEN = 400_000

/** The job of a dry run: counts what an import would do and puts the rows aside that it would refuse. It writes nothing. */
export const checkImport = (needs: Needs, importId: string): Promise<void> =>
  goThrough(needs, importId, async (row) => wayOf(needs, row), 'checking')

async function wayOf(needs: Needs, row: Import): Promise<Way> {
  const { id, fileName, authorId, mapping } = row
  const seen = await readSeen(needs, row)
  const by = { id, title: fileName, authorId, atMs: 0 }
  return {
    kind: 'check_import',
    state: 'checking',
    endState: 'checked',
    async take(piece) {
      const known = await loadKnown(needs, piece.drafted)
      addSeen(known, piece.drafted, seen, id)
      const { counts, newcomers } = applyRows(piece.drafted, mapping?.matchBy ?? [], known, by)
      return { plan: alone(() => []), counts, taken: () => remember(seen, known, newcomers) }
    },
    end: () => alone(() => []),
    pause: async () => needs.files.put(seenKey(needs.officeId, id), JSON.stringify([...seen]), 'application/json'),
  }
}

async function readSeen({ files, officeId }: Needs, { id, nextRow }: Import): Promise<Seen> {
  const file = nextRow === 0 ? null : await files.get(seenKey(officeId, id))
  const entries: unknown = file ? await new Response(file.body).json() : []
  return new Map(Array.isArray(entries) ? entries : [])
}

/** Whoever an earlier row would have made is known here as if it had. */
function addSeen(known: Known, rows: readonly DraftedRow[], seen: Seen, importId: string) {
  let count = 0
  const phantom = (nameKey: string): Person => {
    const id = idOf(importId, 0, count++)
    const nothing = {
      addressIds: new Set<string>(),
      companies: new Map(),
      tagIds: new Set<string>(),
      notes: new Set<string>(),
    }
    return { id, before: null, row: { id }, nameKey, ...nothing }
  }
  for (const { draft } of rows) {
    for (const key of draft.addresses.map(addressKey)) {
      const nameKey = seen.get(key)
      if (nameKey === undefined) continue
      const person = phantom(nameKey)
      known.people.set(person.id, person)
      known.atAddress.set(key, [...(known.atAddress.get(key) ?? []), person.id])
    }
    const named = draft.company === null ? null : namedAtKey(searchKey(draft.name), searchKey(draft.company))
    if (named === null || !seen.has(named) || known.namedAt.has(named)) continue
    const person = phantom(searchKey(draft.name))
    known.people.set(person.id, person)
    known.namedAt.set(named, person.id)
  }
}

function remember(seen: Seen, known: Known, newcomers: readonly Person[]) {
  if (seen.size > MOST_SEEN) return
  const made = new Map(newcomers.map(({ id, nameKey }) => [id, nameKey]))
  for (const [key, ids] of known.atAddress)
    for (const id of ids) {
      const nameKey = made.get(id)
      if (nameKey !== undefined && !key.startsWith('postal')) seen.set(key, nameKey)
    }
  for (const [key, id] of known.namedAt) if (made.has(id)) seen.set(key, '')
}
