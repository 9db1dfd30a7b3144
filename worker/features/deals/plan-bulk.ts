import type { z } from 'zod'
import { lastRank } from '../../../db/queries/deal-board.ts'
import { stageById } from '../../../db/queries/deals.ts'
import { fieldsOf } from '../../../db/queries/fields.ts'
import { membersOf } from '../../../db/queries/members.ts'
import type { Columns } from '../../kernel/columns.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { lineOf } from '../acts/line-of.ts'
import type { RowChange } from '../acts/rules/act-row.ts'
import { writingOf } from '../fields/rules/read-text.ts'
import { readValue } from '../fields/rules/read-value.ts'
import { planDiscards, withValue } from '../views/bulk/plan-values.ts'
import type { BulkNeeds, BulkPlan } from '../views/bulk/planned.ts'
import type { DealBulk } from './input.ts'
import { rankBetween } from './rules/rank-between.ts'

/** One change of many deals. A stage is moved to as by hand: below the others, with its line in the history. */
export async function planDeals(
  needs: BulkNeeds,
  deals: Columns[],
  change: z.infer<typeof DealBulk>,
): Promise<BulkPlan> {
  if (change.kind === 'discard') return planDiscards(needs, 'deal', deals)
  const { column } = change
  const typed = change.typed?.trim() ?? ''
  if (column === 'stageId') return moved(needs, deals, typed)
  const { label, value } = await readColumn(needs, column, typed)
  return { done: `Changed ${label} of`, rows: withValue('deal', deals, column, value) }
}

async function readColumn(needs: BulkNeeds, column: string, typed: string) {
  if (column === 'ownerId') {
    const members = await membersOf(needs.directory, needs.officeId)
    if (typed && !members.some(({ userId }) => userId === typed)) throw notFound('member')
    return { label: 'who looks after', value: typed || null }
  }
  const field =
    column === 'expectedOn'
      ? { label: 'Expected on', kind: 'date' as const, options: [] }
      : (await fieldsOf(needs.db, needs.officeId, 'deal')).find(({ id }) => `fields.${id}` === column)
  if (!field) throw notFound('field')
  const read = readValue(field, typed, writingOf(needs.office, needs.now()))
  if (!read.ok) throw new Refusal('invalid', read.why)
  return { label: field.label, value: read.value }
}

async function moved(needs: BulkNeeds, deals: Columns[], stageId: string): Promise<BulkPlan> {
  const { db, officeId, now } = needs
  const stage = await stageById(db, officeId, stageId)
  if (!stage) throw notFound('stage')
  const at = now().getTime()
  const closedAt = stage.kind === 'open' ? null : at
  let rank = await lastRank(db, officeId, stageId)
  const rows = deals
    .filter((deal) => deal.stageId !== stageId)
    .flatMap((deal): RowChange[] => {
      rank = rankBetween(rank, null)
      const after = { ...deal, stageId, stageSince: at, rank, closedAt, lostReasonId: null }
      return [{ table: 'deals', before: deal, after }, ...historyOf(needs, deal, stage)]
    })
  return { done: `Moved to ${stage.name}:`, rows }
}

function historyOf(needs: BulkNeeds, deal: Columns, stage: { id: string; name: string }): RowChange[] {
  const { newId, now, member } = needs
  const by = { kind: 'member', userId: member.userId }
  const [id, contactId, companyId] = [String(deal.id), textOf(deal.contactId), textOf(deal.companyId)]
  const move = { id: newId(), dealId: id, fromStageId: deal.stageId ?? null, toStageId: stage.id, by }
  const title = `${deal.title}: ${stage.name}`
  return [
    { table: 'dealMoves', before: null, after: { ...move, at: now().getTime() } },
    ...(contactId || companyId
      ? [lineOf(needs, { contactId, companyId, kind: 'deal_moved' as const, entityId: id, title })]
      : []),
  ]
}

const textOf = (value: Columns[string] | undefined) => (typeof value === 'string' ? value : null)
