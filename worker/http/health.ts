import { sql } from 'drizzle-orm'
import { VERSION } from '../version.ts'
import type { HttpContext } from './app.ts'

type State = 'ok' | 'failed'

async function stateOf(c: HttpContext, part: string, probe: () => Promise<unknown>): Promise<State> {
  try {
    await probe()
    return 'ok'
  } catch (error) {
    c.get('ctx').log.fault('unhealthy', error, { part })
    return 'failed'
  }
}

/** 200 with the version when database, queue and desk answer; 503 with which of them does not. */
export async function health(c: HttpContext): Promise<Response> {
  const { directory } = c.get('ctx')
  const [database, queue, desk] = await Promise.all([
    stateOf(c, 'database', () => directory.select({ one: sql`1` }).from(sql`(select 1) as probe`)),
    // A binding has no ping: that it is there is what can be told without leaving a message.
    stateOf(c, 'queue', async () => c.env.JOBS.sendBatch),
    stateOf(c, 'desk', () => c.env.DESK.getByName('health').ping()),
  ])
  const healthy = [database, queue, desk].every((state) => state === 'ok')
  return c.json({ version: VERSION, database, queue, desk }, healthy ? 200 : 503)
}
