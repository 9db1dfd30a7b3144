import { Hono } from 'hono'
import type { HttpEnv } from '../../app.ts'
import { answer, inputOf, needsOf, sessionIn } from '../asked.ts'
import { GiveBoth, GiveCode, GivePassword } from './input.ts'

/** How somebody who is signed in changes their second factor. Each act asks for what it must know anew. */
export const secondFactorRoutes = new Hono<HttpEnv>()

secondFactorRoutes.post('/begin', async (c) => {
  const { begin } = await import('./switch-on.ts')
  return answer(c, [], await begin(needsOf(c), await sessionIn(c), await inputOf(c, GivePassword)))
})

secondFactorRoutes.post('/confirm', async (c) => {
  const { confirm } = await import('./switch-on.ts')
  const { cookies, backupCodes } = await confirm(needsOf(c), await sessionIn(c), await inputOf(c, GiveCode))
  return answer(c, cookies, { backupCodes })
})

secondFactorRoutes.post('/backup-codes', async (c) => {
  const { renewBackupCodes } = await import('./change.ts')
  const backupCodes = await renewBackupCodes(needsOf(c), await sessionIn(c), await inputOf(c, GiveBoth))
  return answer(c, [], { backupCodes })
})

secondFactorRoutes.post('/switch-off', async (c) => {
  const { switchOff } = await import('./change.ts')
  return answer(c, await switchOff(needsOf(c), await sessionIn(c), await inputOf(c, GiveBoth)), { isOn: false })
})
