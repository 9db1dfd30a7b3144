import { demoOffice, inboundAddressesOf } from '../../db/queries/office.ts'
import { notFound } from '../kernel/refusal.ts'
import { runJob } from '../queue/run-job.ts'
import type { HttpContext } from './app.ts'

/**
 * `POST /local/prepare`, on a laptop and nowhere else: an empty database gets the demo office. Answers how to sign in to
 * it and where it gets mail; nulls where there is no demo.
 */
export async function prepareLocal(c: HttpContext): Promise<Response> {
  if (c.env.STAGE === 'production') throw notFound('address')
  // What only a laptop runs is loaded only there.
  const [{ prepareDemo }, { hashPassword }, { OWNER }] = await Promise.all([
    import('../features/office/demo/prepare-demo.ts'),
    import('./sign-in/password.ts'),
    import('../features/office/demo/owner.ts'),
  ])
  const ctx = c.get('ctx')
  await prepareDemo({ ...ctx, runJob, hashPassword })
  const demo = await demoOffice(ctx.directory)
  const [inbox] = demo ? await inboundAddressesOf(ctx.directory, demo.id) : []
  return inbox
    ? c.json({ email: OWNER.email, password: OWNER.password, inbox: `${inbox.key}@${c.env.INBOUND_DOMAIN}` })
    : c.json({ email: null, password: null, inbox: null })
}
