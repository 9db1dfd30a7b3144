import type { z } from 'zod'
import { isOvertaken } from '#dialect'
import { keyColumns, rowsNow } from '../../../db/queries/acts.ts'
import { type Hanging, hangingOn } from '../../../db/queries/hanging.ts'
import { commit } from '../../../db/queries/plan.ts'
import type { FieldChange } from '../../../db/schema/timeline.ts'
import { type Columns, isSame, type Json } from '../../kernel/columns.ts'
import { TOPICS } from '../../kernel/live.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { searchKey } from '../../kernel/text.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { planAct } from '../acts/plan-act.ts'
import { type ActTable, isActTable, type RowChange, spread } from '../acts/rules/act-row.ts'
import { facesOf } from '../fields/change-record.ts'
import type { MergeContacts, Merged } from './input.ts'
import { chosen, type HangingRow, rehung } from './rules/merged-rows.ts'

type Needs = Pick<MemberCtx, 'db' | 'directory' | 'office' | 'officeId' | 'now' | 'newId' | 'desk' | 'member'>

/**
 * Makes two contacts one: everything of the one that goes hangs on the one that stays, which takes over the fields that
 * were chosen. One step, taken back for thirty days; what came since then stays with the one that stayed. Refused when
 * somebody changes, deletes or merges either of them at the same time.
 */
export async function mergeContacts(
  needs: Needs,
  input: z.infer<typeof MergeContacts>,
): Promise<z.infer<typeof Merged>> {
  const { db, officeId, now, newId, desk, member } = needs
  const { keepId, dropId, fromOther } = input
  const rows = await rowsNow(db, officeId, 'contacts', [[keepId], [dropId]])
  const [keep, drop] = [living(rows.get(keepId)), living(rows.get(dropId))]
  if (keepId === dropId) throw new Refusal('invalid', 'A contact cannot be merged with itself.')
  const hanging = await hangingRows(needs, dropId)
  const theirs = await hangingRows(needs, keepId)
  const has = new Set(theirs.map((each) => nameOf(each, keepId)).filter((name) => name !== null))
  const moved = rehung(hanging, keepId, (each) => has.has(nameOf(each, keepId) ?? ''))
  const kept = chosen(keep, drop, fromOther)
  const told = await tookOver(needs, keep, kept, fromOther)
  const by = { kind: 'member' as const, userId: member.userId }
  const title = `Merged ${drop.name} into ${keep.name}`
  const step = {
    id: newId(),
    kind: 'merge' as const,
    title,
    record: 'contact' as const,
    recordId: keepId,
    by,
    changes: [],
  }
  const line = { contactId: keepId, companyId: null, at: now().getTime(), kind: 'contact_merged', entityId: step.id }
  const changes: RowChange[] = [
    { table: 'contacts', before: keep, after: { ...kept, nameKey: searchKey(String(kept.name)) } },
    { table: 'contacts', before: drop, after: { ...drop, archivedAt: now().getTime(), mergedIntoId: keepId } },
    ...moved,
    { table: 'activities', before: null, after: { id: step.id, ...line, title: String(drop.name), changes: told, by } },
  ]
  try {
    await commit(db, planAct(needs, step, changes))
  } catch (error) {
    if (isOvertaken(error)) throw new Refusal('conflict', 'Somebody changed one of the two meanwhile. Look again.')
    throw error
  }
  await desk.announce(TOPICS.map((topic) => ({ topic, ids: [keepId, dropId], by: member.userId })))
  return { id: keepId, actId: step.id, title }
}

/** What the one that stays took over of the other, field by field, in words. */
async function tookOver(needs: Needs, before: Columns, after: Columns, names: string[]): Promise<FieldChange[]> {
  const { faceOf } = await facesOf(needs, 'contact')
  const households = await rowsNow(
    needs.db,
    needs.officeId,
    'households',
    [before, after].flatMap(({ householdId }) => (typeof householdId === 'string' ? [[householdId]] : [])),
  )
  const [old, young] = [spread(before), spread(after)]
  return names.flatMap((column) => {
    const [was, is] = [old[column] ?? null, young[column] ?? null]
    const face = faceOf(column)
    if (!face || isSame(was, is)) return []
    const words = (value: Json) =>
      column === 'householdId' ? String(households.get(String(value))?.name ?? '') : face.words(value)
    return [{ field: face.label, before: words(was) || null, after: words(is) || null }]
  })
}

function living(row: Columns | undefined): Columns {
  if (!row || row.archivedAt !== null) throw notFound('contact')
  return row
}

/** What hangs on a contact, as whole rows. That two were told apart concerns only those two. */
async function hangingRows({ db, officeId }: Needs, id: string): Promise<HangingRow[]> {
  const found = (await hangingOn(db, officeId, 'contacts', [id])).filter(({ table }) => table !== 'differentPeople')
  const byTable = Map.groupBy(found, ({ table }) => table)
  const rows: HangingRow[] = []
  for (const [table, hanging] of byTable) {
    if (!isActTable(table)) continue
    const now = await rowsNow(
      db,
      officeId,
      table,
      hanging.map(({ key }) => key),
    )
    rows.push(...hanging.flatMap((each) => whole(table, each, now)))
  }
  return rows
}

function whole(table: ActTable, { key, column }: Hanging, now: Map<string, Columns>): HangingRow[] {
  const row = now.get(key.join(' '))
  return row ? [{ table, row, column, isKey: keyColumns(table).includes(column) }] : []
}

/** What there may be only one of: the row as it would be named if it hung on this contact. Null: there may be many. */
function nameOf({ table, row, column, isKey }: HangingRow, contactId: string): string | null {
  const names = table === 'relations' ? ['fromId', 'toId', 'kindId'] : isKey ? keyColumns(table) : []
  const moved: Columns = { ...row, [column]: contactId }
  return names.length === 0 ? null : [table, ...names.map((name) => moved[name])].join(' ')
}
