import type { z } from 'zod'
import { importNames, suggestionsBehind } from '../../../db/queries/reasons.ts'
import type { Activity } from '../../../db/schema/timeline.ts'
import type { OfficeCtx } from '../../context.ts'
import type { Reason } from './input.ts'

/** The lines whose row may have been made from a suggestion, by whose id it then goes. */
const MADE: readonly string[] = ['contact_created', 'task_created', 'deal_created', 'appointment_requested']
/** More words than anybody reads under a line. */
const MOST_QUOTES = 3

type Line = Pick<Activity, 'id' | 'kind' | 'entityId' | 'by'>

/**
 * Why the lines are there, by their ids: the words of a message on which the assistant acted, or a member who accepted
 * what it proposed; or the file of an import.
 */
export async function reasonsOf(
  { db, officeId }: Pick<OfficeCtx, 'db' | 'officeId'>,
  lines: readonly Line[],
): Promise<Map<string, z.infer<typeof Reason>>> {
  const suggested = new Map(lines.flatMap((line) => (behind(line) ? [[line.id, behind(line) ?? '']] : [])))
  const imported = new Map(lines.flatMap(({ id, by }) => (by.kind === 'import' ? [[id, by.importId]] : [])))
  const [suggestions, names] = await Promise.all([
    suggestionsBehind(db, officeId, [...new Set(suggested.values())]),
    importNames(db, officeId, [...new Set(imported.values())]),
  ])
  const reasons = new Map<string, z.infer<typeof Reason>>()
  for (const [lineId, id] of suggested) {
    const found = suggestions.find((each) => each.id === id)
    if (!found) continue
    const { evidence, from, ...about } = found
    const quotes = apart(evidence.map(({ quote }) => quote)).slice(0, MOST_QUOTES)
    reasons.set(lineId, { kind: 'message', ...about, quotes, sender: from.name || from.address })
  }
  for (const [lineId, id] of imported) {
    const fileName = names.get(id)
    if (fileName !== undefined) reasons.set(lineId, { kind: 'import', fileName })
  }
  return reasons
}

/** Each quote once, and none that stands in another already. */
const apart = (quotes: string[]) =>
  [...new Set(quotes)].filter((quote) => !quotes.some((other) => other !== quote && other.includes(quote)))

/** The suggestion that a line may come from. */
function behind({ kind, entityId, by }: Line): string | null {
  if (by.kind === 'assistant') return by.suggestionId
  return by.kind === 'member' && MADE.includes(kind) ? entityId : null
}
