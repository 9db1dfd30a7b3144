import type { OfficeCtx } from '../context.ts'
import type { Job } from './jobs.ts'

/** Gives a job to the feature that knows how to do it. Each is safe to run twice. */
export async function runJob(_needs: OfficeCtx, _job: Job): Promise<void> {}
