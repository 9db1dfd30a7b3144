import { updateDeal } from '../../../../db/queries/deals.ts'
import type { Job, Prospect } from '../../../../db/seed/story.ts'
import { minorUnits } from '../../../kernel/money.ts'
import type { MemberCtx } from '../../../trpc/procedures.ts'
import { createDeal } from '../../deals/create-deal.ts'
import { listDeals } from '../../deals/list-deals.ts'
import { moveDeal } from '../../deals/move-deal.ts'
import { checkTask } from '../../tasks/change-task.ts'
import { createTask } from '../../tasks/create-task.ts'
import { calendarDay, type DemoDays, instantOf } from '../rules/demo-days.ts'
import { contactIdOf } from './people-events.ts'
import type { Event } from './stage.ts'

/** A member writes a task down, and ticks it off where the story says so. */
export function taskEvents({ title, who, begins, dueInDays, done }: Job, days: DemoDays): Event[] {
  const dueOn = dueInDays === undefined ? null : calendarDay(days, dueInDays)
  const task = { id: '' }
  const create = async (needs: MemberCtx) => {
    const contactId = who ? await contactIdOf(needs, who) : null
    task.id = (await createTask(needs, { title, dueOn, contactId })).id
  }
  const check = (needs: MemberCtx) => checkTask(needs, { id: task.id, version: 1, done: true })
  return [
    { at: instantOf(days, begins), play: create },
    ...(done ? [{ at: instantOf(days, done), play: check }] : []),
  ]
}

/** A deal gets its amount and moves through the stages. */
export function dealEvents({ who, title, amount, begins, moves }: Prospect, days: DemoDays): Event[] {
  return [
    { at: instantOf(days, begins), play: (needs) => beginDeal(needs, { who, title, amount }) },
    ...moves.map(([stage, when]): Event => ({
      at: instantOf(days, when),
      play: (needs) => moveTo(needs, { who, stage }),
    })),
  ]
}

async function dealsOf(needs: MemberCtx, who: string) {
  const contactId = await contactIdOf(needs, who)
  return { contactId, ...(await listDeals(needs, { contactId })) }
}

/** Prices the deal that a mail of theirs became, or makes one. */
async function beginDeal(needs: MemberCtx, { who, title, amount }: Pick<Prospect, 'who' | 'title' | 'amount'>) {
  const { db, officeId, office } = needs
  const { contactId, deals } = await dealsOf(needs, who)
  const [deal] = deals
  if (!deal) return createDeal(needs, { title, amount, contactId })
  return updateDeal(db, officeId, deal.id, deal.version, { title, amountMinor: minorUnits(amount, office.currency) })
}

async function moveTo(needs: MemberCtx, { who, stage }: { who: string; stage: string }) {
  const { deals, stages } = await dealsOf(needs, who)
  const [deal] = deals
  const to = stages.find(({ name }) => name === stage)
  if (!deal || !to) throw new Error(`The demo cannot move a deal of ${who} to ${stage}.`)
  return moveDeal(needs, { ...deal, stageId: to.id })
}
