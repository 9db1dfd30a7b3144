import { atomically, type Statement } from '#dialect'
import type { Change } from '../../worker/kernel/live.ts'
import type { Effect } from '../schema/assistant.ts'
import type { Db } from '../schema/index.ts'

/**
 * A write that has been worded and not yet committed, so that several features can write together: what it will do,
 * the rows it makes or changes (for an undo), and what the screens are to be told.
 */
export type Plan = { write: (db: Db) => Statement[]; effects: Effect[]; changes: Change[] }

export const joined = (...plans: Plan[]): Plan => ({
  write: (db) => plans.flatMap((plan) => plan.write(db)),
  effects: plans.flatMap((plan) => plan.effects),
  changes: plans.flatMap((plan) => plan.changes),
})

/** A write without effects to take back or anybody to tell. */
export const alone = (write: (db: Db) => Statement[]): Plan => ({ write, effects: [], changes: [] })

/** All of the plan is written, or nothing of it. */
export async function commit(db: Db, plan: Plan): Promise<void> {
  await atomically(db, (db) => {
    const [first, ...others] = plan.write(db)
    if (!first) throw new Error('A plan without a statement was committed.')
    return [first, ...others]
  })
}
