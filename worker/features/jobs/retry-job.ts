import type { z } from 'zod'
import { deadJobs, reviveJob } from '../../../db/queries/outbox.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { DeadJob, RetryJob } from './input.ts'

const LIST_LIMIT = 200

/** The jobs that were given up, oldest first, without what they carried. */
export async function listDeadJobs(needs: Pick<MemberCtx, 'db' | 'officeId'>): Promise<z.infer<typeof DeadJob>[]> {
  const rows = await deadJobs(needs.db, needs.officeId, LIST_LIMIT)
  return rows.map((row) => ({ ...row, kind: row.job.kind }))
}

/** Lets a dead job start again, with all its attempts before it. */
export async function retryJob(
  needs: Pick<MemberCtx, 'db' | 'officeId' | 'now' | 'jobs' | 'desk' | 'member'>,
  { id }: z.infer<typeof RetryJob>,
): Promise<{ id: string }> {
  const { db, officeId, now, jobs, desk, member } = needs
  if (!(await reviveJob(db, officeId, id, now()))) throw notFound('job')
  await jobs.send([{ officeId, id }])
  await desk.announce([{ topic: 'jobs', ids: [id], by: member.userId }])
  return { id }
}
