import { and, asc, desc, eq, isNull } from 'drizzle-orm'
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

/** The stages of every pipeline, in their order. */
export async function listStages(db: Db, officeId: OfficeId): Promise<Stage[]> {
  return db.select().from(stages).where(eq(stages.officeId, officeId)).orderBy(asc(stages.position), asc(stages.id))
}

export async function stageById(db: Db, officeId: OfficeId, id: string): Promise<Stage | null> {
  const [row] = await db
    .select()
    .from(stages)
    .where(and(eq(stages.officeId, officeId), eq(stages.id, id)))
  return row ?? null
}

export async function listDeals(db: Db, officeId: OfficeId, filter: { contactId: string | null; limit: number }) {
  return db
    .select({ deal: deals, contactName: contacts.name })
    .from(deals)
    .leftJoin(contacts, and(eq(contacts.officeId, deals.officeId), eq(contacts.id, deals.contactId)))
    .where(
      and(
        eq(deals.officeId, officeId),
        isNull(deals.archivedAt),
        filter.contactId ? eq(deals.contactId, filter.contactId) : undefined,
      ),
    )
    .orderBy(desc(deals.createdAt), desc(deals.id))
    .limit(filter.limit)
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
