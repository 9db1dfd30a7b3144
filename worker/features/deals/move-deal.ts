import type { z } from 'zod'
import { isOvertaken } from '#dialect'
import { rowsNow } from '../../../db/queries/acts.ts'
import { lastRank, listLostReasons, rankBelow } from '../../../db/queries/deal-board.ts'
import { dealById, stageById } from '../../../db/queries/deals.ts'
import { commit } from '../../../db/queries/plan.ts'
import type { Deal, Stage } from '../../../db/schema/deals.ts'
import type { Columns } from '../../kernel/columns.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { planAct } from '../acts/plan-act.ts'
import type { RowChange } from '../acts/rules/act-row.ts'
import type { MoveDeal, Moved } from './input.ts'
import { knownDeal } from './known-deal.ts'
import { rankBetween } from './rules/rank-between.ts'

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'now' | 'newId' | 'desk' | 'member'>
type Input = z.infer<typeof MoveDeal>

const overtaken = () => new Refusal('conflict', 'Somebody moved this deal meanwhile. Look again.')

/**
 * Moves the deal that the member saw to a place in a stage, as one step that can be taken back, with its line in the
 * history. Of two who move it at once, the second is told to look again.
 */
export async function moveDeal(needs: Needs, input: Input): Promise<z.infer<typeof Moved>> {
  const { db, officeId, newId, desk, member } = needs
  const { id, version } = input
  const [deal, stage] = await Promise.all([knownDeal(needs, id), stageById(db, officeId, input.stageId)])
  if (!stage) throw notFound('stage')
  if (deal.version !== version) throw overtaken()
  const row = (await rowsNow(db, officeId, 'deals', [[id]])).get(id)
  if (!row) throw notFound('deal')
  const by = { kind: 'member' as const, userId: member.userId }
  const title = deal.stageId === stage.id ? `Moved ${deal.title}` : `Moved ${deal.title} to ${stage.name}`
  const changes = [{ topic: 'deal' as const, ids: [id], by: member.userId }]
  const step = { id: newId(), kind: 'edit' as const, title, record: 'deal' as const, recordId: id, by, changes }
  const place = await placeOf(needs, input, deal, stage)
  try {
    await commit(
      db,
      planAct(needs, step, [
        { table: 'deals', before: row, after: { ...row, ...place } },
        ...lines(needs, deal, stage, step),
      ]),
    )
  } catch (error) {
    throw isOvertaken(error) ? overtaken() : error
  }
  await desk.announce(changes)
  return { id, version: version + 1, actId: step.id, title }
}

/** Where the deal stands then, since when, and whether that is its end. */
async function placeOf(needs: Needs, input: Input, deal: Deal, stage: Stage): Promise<Columns> {
  const rank = await rankOf(needs, input, deal.id)
  if (deal.stageId === stage.id) return { rank }
  const at = needs.now().getTime()
  const lostReasonId = stage.kind === 'lost' ? await knownReason(needs, input.lostReasonId ?? null) : null
  return { rank, stageId: stage.id, stageSince: at, closedAt: stage.kind === 'open' ? null : at, lostReasonId }
}

async function rankOf({ db, officeId }: Needs, { id, stageId, belowId }: Input, exceptId: string): Promise<string> {
  if (belowId === undefined) return rankBetween(await lastRank(db, officeId, stageId), null)
  const above = belowId === null ? null : await dealById(db, officeId, belowId)
  if (belowId !== null && !above) throw notFound('deal')
  // The card above has left the stage meanwhile, or is the card itself: the end of the stage is as good a place.
  if (above && (above.stageId !== stageId || above.id === id))
    return rankBetween(await lastRank(db, officeId, stageId), null)
  return rankBetween(above?.rank ?? null, await rankBelow(db, officeId, stageId, above?.rank ?? null, exceptId))
}

async function knownReason({ db, officeId }: Needs, id: string | null): Promise<string | null> {
  if (id === null) return null
  if (!(await listLostReasons(db, officeId)).some((reason) => reason.id === id)) throw notFound('reason')
  return id
}

/** What a change of stage leaves behind: the history of the deal, and a line with its contact and its company. */
function lines({ now, newId }: Needs, deal: Deal, stage: Stage, step: { id: string; by: Columns }): RowChange[] {
  if (deal.stageId === stage.id) return []
  const at = now().getTime()
  const { by } = step
  const move = { id: newId(), dealId: deal.id, fromStageId: deal.stageId, toStageId: stage.id, by, at }
  const { contactId, companyId } = deal
  const line = { id: newId(), contactId, companyId, at, kind: 'deal_moved', entityId: deal.id, changes: [], by }
  return [
    { table: 'dealMoves', before: null, after: move },
    ...(contactId || companyId
      ? [{ table: 'activities' as const, before: null, after: { ...line, title: `${deal.title}: ${stage.name}` } }]
      : []),
  ]
}
