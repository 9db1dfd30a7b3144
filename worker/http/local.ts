import { notFound } from '../kernel/refusal.ts'
import { runJob } from '../queue/run-job.ts'
import type { HttpContext } from './app.ts'

/** `POST /local/prepare`, on a laptop and in tests, and nowhere else: an empty database gets the demo office. */
export async function prepareLocal(c: HttpContext): Promise<Response> {
  if (c.env.STAGE === 'production') throw notFound('address')
  // Loaded only when asked for, so that no deployment pays for a story it never tells.
  const [{ prepareDemo }, { hashPassword }] = await Promise.all([
    import('../features/office/demo/prepare-demo.ts'),
    import('./sign-in/password.ts'),
  ])
  return c.json(await prepareDemo({ ...c.get('ctx'), runJob, hashPassword }))
}
