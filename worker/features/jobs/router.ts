import { z } from 'zod'
import { owner, router } from '../../trpc/procedures.ts'
import { DeadJob, RetryJob } from './input.ts'
import { listDeadJobs, retryJob } from './retry-job.ts'

export const jobsRouter = router({
  dead: owner.output(z.array(DeadJob)).query(({ ctx }) => listDeadJobs(ctx)),
  retry: owner
    .input(RetryJob)
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => retryJob(ctx, input)),
})
