import { z } from 'zod'
import { member, owner, router } from '../../trpc/procedures.ts'
import { Step } from '../services/input.ts'
import { addTimeOff, clearDate, followOffice, removeTimeOff, setDate, setWeek } from './change-hours.ts'
import { AddTimeOff, ClearDate, FollowOffice, HoursShown, RemoveTimeOff, SetDate, SetWeek } from './input.ts'
import { readHours } from './read-hours.ts'

/** There may be nothing to take back, where it was so already. */
const StepOrNone = Step.extend({ actId: z.string().nullable() })

export const hoursRouter = router({
  read: member.output(HoursShown).query(({ ctx }) => readHours(ctx)),
  setWeek: owner
    .input(SetWeek)
    .output(Step)
    .mutation(({ ctx, input }) => setWeek(ctx, input)),
  followOffice: owner
    .input(FollowOffice)
    .output(StepOrNone)
    .mutation(({ ctx, input }) => followOffice(ctx, input)),
  setDate: owner
    .input(SetDate)
    .output(Step)
    .mutation(({ ctx, input }) => setDate(ctx, input)),
  clearDate: owner
    .input(ClearDate)
    .output(StepOrNone)
    .mutation(({ ctx, input }) => clearDate(ctx, input)),
  addTimeOff: owner
    .input(AddTimeOff)
    .output(Step)
    .mutation(({ ctx, input }) => addTimeOff(ctx, input)),
  removeTimeOff: owner
    .input(RemoveTimeOff)
    .output(Step)
    .mutation(({ ctx, input }) => removeTimeOff(ctx, input)),
})
