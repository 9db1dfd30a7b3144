import { updateDeal } from '../../../../db/queries/deals.ts'
import type { Job, Prospect } from '../../../../db/seed/story.ts'
import { minorUnits } from '../../../kernel/money.ts'
import type { MemberCtx } from '../../../trpc/procedures.ts'
import { createDeal } from '../../deals/create-deal.ts'
import { listDeals } from '../../deals/list-deals.ts'
import { moveDeal } from '../../deals/move-deal.ts'
import { checkTask } from '../../tasks/check-task.ts'
import { createTask } from '../../tasks/create-task.ts'
import { calendarDay, type DemoDays, instantOf } from '../rules/demo-days.ts'
import type { Cast } from './cast.ts'
import type { Event } from './stage.ts'

/** A member writes a task down, and ticks it off where the story says so. */
export function taskEvents({ title, who, begins, dueInDays, done }: Job, days: DemoDays, cast: Cast): Event[] {
  const dueOn = dueInDays === undefined ? null : calendarDay(days, dueInDays)
  let id = ''
  const create = async (needs: MemberCtx) => {
    const contactId = who ? await cast.idOf(needs, who) : null
    id = (await createTask(needs, { title, dueOn, contactId, conversationId: null, dealId: null })).id
  }
  const check = (needs: MemberCtx) => checkTask(needs, { id, version: 1, done: true })
  return [{ at: instantOf(days, begins), play: create }, ...(done ? [{ at: instantOf(days, done), play: check }] : [])]
}

/** A deal gets its amount and moves through the stages. */
export function dealEvents(
  { who, begins, moves, expectedInDays, ...deal }: Prospect,
  days: DemoDays,
  cast: Cast,
): Event[] {
  const expected = { ...deal, expectedOn: calendarDay(days, expectedInDays) }
  return [
    { at: instantOf(days, begins), play: async (needs) => beginDeal(needs, await cast.idOf(needs, who), expected) },
    ...moves.map(
      ([stage, when]): Event => ({
        at: instantOf(days, when),
        play: async (needs) => moveTo(needs, await cast.idOf(needs, who), stage),
      }),
    ),
  ]
}

type Beginning = Pick<Prospect, 'title' | 'amount'> & { expectedOn: string }

/** Prices the deal that a mail of theirs became, or makes one. */
async function beginDeal(needs: MemberCtx, contactId: string, { title, amount, expectedOn }: Beginning) {
  const { db, officeId, office } = needs
  const { deals } = await listDeals(needs, { contactId })
  const [deal] = deals
  if (!deal) return createDeal(needs, { title, amount, contactId, expectedOn })
  return updateDeal(db, officeId, deal.id, deal.version, {
    ...{ title, expectedOn, amountMinor: minorUnits(amount, office.currency) },
  })
}

async function moveTo(needs: MemberCtx, contactId: string, stage: string) {
  const { deals, stages } = await listDeals(needs, { contactId })
  const [deal] = deals
  const to = stages.find(({ name }) => name === stage)
  if (!deal || !to) throw new Error(`The demo has no deal to move to ${stage}.`)
  return moveDeal(needs, { ...deal, stageId: to.id })
}
