import type { z } from 'zod'
import { rowsNow } from '../../../db/queries/acts.ts'
import { viewsOf } from '../../../db/queries/views.ts'
import type { Columns } from '../../kernel/columns.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { doStep, type StepNeeds } from '../acts/do-step.ts'
import type { ChangeView, ListViews, SaveView, ViewId, ViewShown, ViewStep } from './input.ts'

/** More views than anybody finds one in. */
const MOST_VIEWS = 100

/** The saved views of one kind of record: the shared ones, and the member's own. */
export async function listViews(
  { db, officeId, member }: Pick<MemberCtx, 'db' | 'officeId' | 'member'>,
  { record }: z.infer<typeof ListViews>,
): Promise<z.infer<typeof ViewShown>[]> {
  const rows = await viewsOf(db, officeId, record, member.userId)
  return rows.map(({ id, name, ownerId, view }) => ({ id, name, view, isShared: ownerId === null }))
}

export async function saveView(needs: StepNeeds, input: z.infer<typeof SaveView>): Promise<z.infer<typeof ViewStep>> {
  const known = await viewsOf(needs.db, needs.officeId, input.record, needs.member.userId)
  if (known.length >= MOST_VIEWS) throw new Refusal('invalid', `There may be ${MOST_VIEWS} views.`)
  const id = needs.newId()
  const position = Math.max(-1, ...known.map((view) => view.position)) + 1
  const made = { record: input.record, position, version: 1, createdAt: needs.now().getTime(), archivedAt: null }
  const row = { id, ...made, ...writtenBy(needs, input) }
  return step(needs, id, `Saved the view “${input.name}”`, { before: null, after: row })
}

/** Another name, other columns, or shared from now on. Everybody may change what is shared. */
export async function changeView(
  needs: StepNeeds,
  input: z.infer<typeof ChangeView>,
): Promise<z.infer<typeof ViewStep>> {
  const row = await knownView(needs, input.id)
  const after = { ...row, ...writtenBy(needs, input) }
  return step(needs, input.id, `Saved the view “${input.name}”`, { before: row, after })
}

export async function removeView(needs: StepNeeds, { id }: z.infer<typeof ViewId>): Promise<z.infer<typeof ViewStep>> {
  const row = await knownView(needs, id)
  const after = { ...row, archivedAt: needs.now().getTime() }
  return step(needs, id, `Removed the view “${row.name}”`, { before: row, after })
}

const writtenBy = (
  { member }: StepNeeds,
  { name, isShared, view }: Omit<z.infer<typeof SaveView>, 'record'>,
): Columns => ({
  name,
  ownerId: isShared ? null : member.userId,
  view,
})

async function knownView({ db, officeId, member }: StepNeeds, id: string): Promise<Columns> {
  const row = (await rowsNow(db, officeId, 'views', [[id]])).get(id)
  if (!row || row.archivedAt !== null || (row.ownerId !== null && row.ownerId !== member.userId)) throw notFound('view')
  return row
}

async function step(
  needs: StepNeeds,
  id: string,
  title: string,
  change: { before: Columns | null; after: Columns },
): Promise<z.infer<typeof ViewStep>> {
  const { actId } = await doStep(needs, { title, record: null, id, topic: 'office' }, [{ table: 'views', ...change }])
  return { actId, title, id }
}
