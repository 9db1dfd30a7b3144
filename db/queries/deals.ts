import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { searchKey } from '../../worker/kernel/text.ts'
import { contacts } from '../schema/contacts.ts'
import {
  type Deal,
  deals,
  type NewDeal,
  type NewPipeline,
  type NewStage,
  pipelines,
  type Stage,
  stages,
} from '../schema/deals.ts'
import type { Db } from '../schema/index.ts'

const isDeal = (officeId: OfficeId, id: string) => and(eq(deals.officeId, officeId), eq(deals.id, id))

export const insertPipeline = (db: Db, pipeline: NewPipeline) =>
  db.insert(pipelines).values(pipeline).onConflictDoNothing()
export const insertStages = (db: Db, rows: NewStage[]) => db.insert(stages).values(rows).onConflictDoNothing()
export const insertDeal = (db: Db, deal: NewDeal) =>
  db.insert(deals).values({ ...deal, titleKey: searchKey(deal.title) })

/** Changes the version that was read; answers no row when somebody was faster. */
export const updateDeal = (
  db: Db,
  officeId: OfficeId,
  id: string,
  version: number,
  fields: Partial<Pick<Deal, 'title' | 'stageId' | 'amountMinor' | 'expectedOn'>>,
) =>
  db
    .update(deals)
    .set({ ...fields, ...(fields.title && { titleKey: searchKey(fields.title) }), version: version + 1 })
    .where(and(isDeal(officeId, id), eq(deals.version, version)))
    .returning()

export const archiveDeal = (db: Db, officeId: OfficeId, id: string, at: Date | null) =>
  db.update(deals).set({ archivedAt: at }).where(isDeal(officeId, id))

export async function dealById(db: Db, officeId: OfficeId, id: string): Promise<Deal | null> {
  const [row] = await db
    .select()
    .from(deals)
    .where(and(isDeal(officeId, id), isNull(deals.archivedAt)))
  return row ?? null
}

export async function stageById(db: Db, officeId: OfficeId, id: string): Promise<Stage | null> {
  const [row] = await db
    .select()
    .from(stages)
    .where(and(eq(stages.officeId, officeId), eq(stages.id, id), isNull(stages.archivedAt)))
  return row ?? null
}

export type DealFilter = {
  contactId: string | null
  pipelineId?: string | null | undefined
  stageId?: string | null | undefined
  /** Open deals expected in this month, `YYYY-MM`; `none` for those without a day. */
  month?: string | null | undefined
  limit: number
}

const inMonth = (month: string) =>
  and(
    eq(stages.kind, 'open'),
    month === 'none' ? isNull(deals.expectedOn) : sql`substr(${deals.expectedOn}, 1, 7) = ${month}`,
  )

export async function listDeals(db: Db, officeId: OfficeId, filter: DealFilter) {
  const { contactId, pipelineId, stageId, month, limit } = filter
  return db
    .select({ deal: deals, contactName: contacts.name })
    .from(deals)
    .innerJoin(stages, and(eq(stages.officeId, officeId), eq(stages.id, deals.stageId)))
    .leftJoin(contacts, and(eq(contacts.officeId, officeId), eq(contacts.id, deals.contactId)))
    .where(
      and(
        eq(deals.officeId, officeId),
        isNull(deals.archivedAt),
        contactId ? eq(deals.contactId, contactId) : undefined,
        pipelineId ? eq(stages.pipelineId, pipelineId) : undefined,
        stageId ? eq(deals.stageId, stageId) : undefined,
        month ? inMonth(month) : undefined,
      ),
    )
    .orderBy(desc(deals.createdAt), desc(deals.id))
    .limit(limit)
}

/** A deal that does not lie in the trash, with its stage (also one that was put away) and the name of its contact. */
export async function dealWithStage(db: Db, officeId: OfficeId, id: string) {
  const [found] = await db
    .select({ deal: deals, stage: stages, contactName: contacts.name })
    .from(deals)
    .innerJoin(stages, and(eq(stages.officeId, officeId), eq(stages.id, deals.stageId)))
    .leftJoin(contacts, and(eq(contacts.officeId, officeId), eq(contacts.id, deals.contactId)))
    .where(and(isDeal(officeId, id), isNull(deals.archivedAt)))
  return found ?? null
}

/** Whether work that may become income is already under way with this contact. */
export async function hasOpenDeal(db: Db, officeId: OfficeId, contactId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: deals.id })
    .from(deals)
    .innerJoin(stages, and(eq(stages.officeId, deals.officeId), eq(stages.id, deals.stageId)))
    .where(
      and(
        eq(deals.officeId, officeId),
        eq(deals.contactId, contactId),
        isNull(deals.archivedAt),
        eq(stages.kind, 'open'),
      ),
    )
    .limit(1)
  return row !== undefined
}
