import { Hono } from 'hono'
import type { HttpEnv } from '../app.ts'
import { answer, inputOf, needsOf, sessionIn } from './asked.ts'
import { ChangeAddress, ChangePassword, ConfirmAddress } from './input.ts'

/** How somebody changes what they sign in with. Whoever changes it gives their password anew. */
export const accountRoutes = new Hono<HttpEnv>()

accountRoutes.post('/confirm-address', async (c) => {
  const { confirmAddress } = await import('./confirm-address.ts')
  return answer(c, [], await confirmAddress(needsOf(c), await inputOf(c, ConfirmAddress)))
})

accountRoutes.post('/send-proof', async (c) => {
  const { sendProofAgain } = await import('./send-proof.ts')
  await sendProofAgain(needsOf(c), await sessionIn(c))
  return answer(c, [], { asked: true })
})

accountRoutes.post('/change-address', async (c) => {
  const { changeAddress } = await import('./change-account.ts')
  await changeAddress(needsOf(c), await sessionIn(c), await inputOf(c, ChangeAddress))
  return answer(c, [], { asked: true })
})

accountRoutes.post('/change-password', async (c) => {
  const { changePassword } = await import('./change-account.ts')
  return answer(c, await changePassword(needsOf(c), await sessionIn(c), await inputOf(c, ChangePassword)), {
    set: true,
  })
})
