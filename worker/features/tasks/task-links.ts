import { rowsNow } from '../../../db/queries/acts.ts'
import type { OfficeCtx } from '../../context.ts'
import type { Columns } from '../../kernel/columns.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { RecordKind } from '../../kernel/words.ts'
import type { ActTable } from '../acts/rules/act-row.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId'>
export type Link = { record: RecordKind; recordId: string }

const TABLES = {
  contact: 'contacts',
  company: 'companies',
  deal: 'deals',
  task: 'tasks',
  conversation: 'conversations',
} as const satisfies Record<RecordKind, ActTable>

/** What the links lead to, in their order; null where it is not there, or lies in the trash. */
async function linkedRows({ db, officeId }: Needs, links: readonly Link[]): Promise<(Columns | null)[]> {
  const found = new Map<string, Columns>()
  for (const record of new Set(links.map((link) => link.record))) {
    const keys = links.filter((link) => link.record === record).map(({ recordId }) => [recordId])
    for (const [id, row] of await rowsNow(db, officeId, TABLES[record], keys)) found.set(`${record} ${id}`, row)
  }
  return links.map(({ record, recordId }) => {
    const row = found.get(`${record} ${recordId}`)
    return row && (row.archivedAt ?? null) === null ? row : null
  })
}

/** Insists that each of the records lives in this office. */
export async function knownLinks(needs: Needs, links: readonly Link[]): Promise<void> {
  const rows = await linkedRows(needs, links)
  for (const [n, link] of links.entries()) if (!rows[n]) throw notFound(link.record)
}

/** The links that lead somewhere, each with the name of what it leads to. */
export async function namedLinks(needs: Needs, links: readonly Link[]): Promise<(Link & { name: string })[]> {
  const rows = await linkedRows(needs, links)
  return links.flatMap((link, n) => {
    const row = rows[n]
    return row ? [{ ...link, name: String(row.name ?? row.title ?? row.subject ?? '') }] : []
  })
}

/** Each link once. */
export const withoutDoubles = (links: readonly Link[]): Link[] => [
  ...new Map(links.map((link) => [`${link.record} ${link.recordId}`, link])).values(),
]
