import { env, exports } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { headersOfMember } from '../../worker/kernel/live-member.ts'
import { ORIGIN, ownerWithOffice, signUp } from '../support/people.ts'
import { until } from './screens.ts'

const knock = (headers: Record<string, string>) =>
  exports.default.fetch(`${ORIGIN}/live`, { headers: { Upgrade: 'websocket', origin: ORIGIN, ...headers } })

it('opens to a member, under their own name, and tells them what happens in their office', async () => {
  const { owner, officeId } = await ownerWithOffice()
  const forged = headersOfMember({ userId: 'somebody-else', name: 'Mallory' })
  const response = await knock({ cookie: owner.cookie, ...forged })
  expect(response.status).toBe(101)
  const socket = response.webSocket!
  socket.accept()
  const told: string[] = []
  socket.addEventListener('message', ({ data }) => {
    told.push(String(data))
  })
  socket.send(JSON.stringify({ type: 'hello', since: null }))
  socket.send(JSON.stringify({ type: 'looking', conversationId: 'c1', doing: 'reading' }))
  await until(() => told.some((text) => text.includes(owner.name)))
  expect(told.join()).not.toContain('Mallory')
  await env.DESK.getByName(officeId).announce([{ topic: 'task', ids: ['t1'], by: null }])
  await until(() => told.some((text) => text.includes('"t1"')))
})

it('stays shut for another site, a program without origin, and a request that is no handshake', async () => {
  const { owner } = await ownerWithOffice()
  const { cookie } = owner
  expect((await knock({ cookie, origin: 'https://evil.test' })).status).toBe(403)
  expect((await knock({ cookie, origin: 'null' })).status).toBe(403)
  const noOrigin = await exports.default.fetch(`${ORIGIN}/live`, { headers: { Upgrade: 'websocket', cookie } })
  expect(noOrigin.status).toBe(403)
  const noHandshake = await exports.default.fetch(`${ORIGIN}/live`, { headers: { cookie, origin: ORIGIN } })
  expect(noHandshake.status).toBe(400)
})

it('stays shut for a visitor and for an account without an office', async () => {
  expect((await knock({})).status).toBe(401)
  expect((await knock({ cookie: (await signUp()).cookie })).status).toBe(403)
})
