import { and, asc, count, desc, eq, gt, isNull, ne, or, sql, sum } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { contacts } from '../schema/contacts.ts'
import { dealMoves, deals, lostReasons, stages } from '../schema/deals.ts'
import type { Db } from '../schema/index.ts'

const inStage = (officeId: OfficeId, stageId: string) =>
  and(eq(deals.officeId, officeId), eq(deals.stageId, stageId), isNull(deals.archivedAt))

export type RankKey = { rank: string; id: string }

/** A page of the cards of a stage, from the top down. */
export async function pageOfCards(
  db: Db,
  officeId: OfficeId,
  page: { stageId: string; after: RankKey | null; limit: number },
) {
  const { stageId, after, limit } = page
  return db
    .select({ deal: deals, contactName: contacts.name })
    .from(deals)
    .leftJoin(contacts, and(eq(contacts.officeId, officeId), eq(contacts.id, deals.contactId)))
    .where(
      and(
        inStage(officeId, stageId),
        after ? or(gt(deals.rank, after.rank), and(eq(deals.rank, after.rank), gt(deals.id, after.id))) : undefined,
      ),
    )
    .orderBy(asc(deals.rank), asc(deals.id))
    .limit(limit)
}

/** How many deals stand in each stage, and what they come to, for each currency by itself. */
export async function totalsOfStages(db: Db, officeId: OfficeId) {
  const rows = await db
    .select({
      stageId: deals.stageId,
      currency: deals.currency,
      deals: count(),
      amountMinor: sum(deals.amountMinor).mapWith(Number),
    })
    .from(deals)
    .where(and(eq(deals.officeId, officeId), isNull(deals.archivedAt)))
    .groupBy(deals.stageId, deals.currency)
  return rows.map((row) => ({ ...row, amountMinor: row.amountMinor ?? 0 }))
}

/** The rank of the card that stands nearest below this one in the stage, not counting the card that is being moved. */
export async function rankBelow(db: Db, officeId: OfficeId, stageId: string, rank: string | null, exceptId: string) {
  const [row] = await db
    .select({ rank: deals.rank })
    .from(deals)
    .where(and(inStage(officeId, stageId), ne(deals.id, exceptId), rank === null ? undefined : gt(deals.rank, rank)))
    .orderBy(asc(deals.rank), asc(deals.id))
    .limit(1)
  return row?.rank ?? null
}

/** The rank of the last card of a stage. */
export async function lastRank(db: Db, officeId: OfficeId, stageId: string): Promise<string | null> {
  const [row] = await db
    .select({ rank: deals.rank })
    .from(deals)
    .where(inStage(officeId, stageId))
    .orderBy(desc(deals.rank), desc(deals.id))
    .limit(1)
  return row?.rank ?? null
}

export const insertMove = (db: Db, move: typeof dealMoves.$inferInsert) => db.insert(dealMoves).values(move)

/** Every stage that a deal has been in, the last first. */
export async function movesOf(db: Db, officeId: OfficeId, dealId: string) {
  return db
    .select({ move: dealMoves, stageName: stages.name })
    .from(dealMoves)
    .innerJoin(stages, and(eq(stages.officeId, officeId), eq(stages.id, dealMoves.toStageId)))
    .where(and(eq(dealMoves.officeId, officeId), eq(dealMoves.dealId, dealId)))
    .orderBy(desc(dealMoves.at), desc(dealMoves.id))
}

/** What open deals are likely to bring, by the month in which they are expected; without a month where none is set. */
export async function forecastByMonth(db: Db, officeId: OfficeId, pipelineId: string | null = null) {
  const month = sql<string | null>`substr(${deals.expectedOn}, 1, 7)`
  return db
    .select({
      month,
      currency: deals.currency,
      deals: count(),
      amountMinor: sum(deals.amountMinor).mapWith(Number),
      /** The amounts times their stage's probability, in minor units times one hundred. */
      weighted: sql<number>`sum(${deals.amountMinor} * ${stages.probability})`.mapWith(Number),
    })
    .from(deals)
    .innerJoin(stages, and(eq(stages.officeId, officeId), eq(stages.id, deals.stageId)))
    .where(
      and(
        eq(deals.officeId, officeId),
        isNull(deals.archivedAt),
        eq(stages.kind, 'open'),
        pipelineId === null ? undefined : eq(stages.pipelineId, pipelineId),
      ),
    )
    .groupBy(month, deals.currency)
    .orderBy(month, deals.currency)
}

export const insertLostReasons = (db: Db, rows: (typeof lostReasons.$inferInsert)[]) =>
  db.insert(lostReasons).values(rows).onConflictDoNothing()

export async function listLostReasons(db: Db, officeId: OfficeId) {
  return db
    .select({ id: lostReasons.id, label: lostReasons.label })
    .from(lostReasons)
    .where(and(eq(lostReasons.officeId, officeId), isNull(lostReasons.archivedAt)))
    .orderBy(asc(lostReasons.position), asc(lostReasons.id))
}

/** The words of a reason, also of one that is no longer offered. */
export async function reasonLabel(db: Db, officeId: OfficeId, id: string): Promise<string | null> {
  const [found] = await db
    .select({ label: lostReasons.label })
    .from(lostReasons)
    .where(and(eq(lostReasons.officeId, officeId), eq(lostReasons.id, id)))
  return found?.label ?? null
}
