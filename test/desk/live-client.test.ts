import { evictDurableObject } from 'cloudflare:test'
import { expect, it } from 'vitest'
import type { World } from '../../web/live/world.ts'
import { openLive } from '../../web/live.ts'
import type { Presence } from '../../worker/kernel/live.ts'
import { headersOfMember } from '../../worker/kernel/live-member.ts'
import { ANNA, BEN, type DeskStub, deskOfNewOffice, openScreen, until } from './screens.ts'

/** A network to the real desk whose cable can be pulled. */
function networkTo(desk: DeskStub, member = ANNA) {
  const wakes = new Set<() => void>()
  let pull = () => {}
  const world: World = {
    connect(_path, hearing) {
      const opening = desk.fetch('https://desk/live', { headers: { Upgrade: 'websocket', ...headersOfMember(member) } })
      const connected = opening.then(({ webSocket }) => {
        const socket = webSocket!
        socket.accept()
        socket.addEventListener('message', ({ data }) => hearing.said(String(data)))
        socket.addEventListener('close', ({ code }) => hearing.closed(code))
        hearing.opened()
        return socket
      })
      pull = () => {
        void connected.then((socket) => socket.close())
        hearing.closed(1006)
      }
      return {
        send: (text) => void connected.then((socket) => socket.send(text)),
        close: () => void connected.then((socket) => socket.close()),
      }
    },
    after(ms, run) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    random: () => 0,
    onWake: (wake) => {
      wakes.add(wake)
      return () => wakes.delete(wake)
    },
  }
  const wake = () => {
    for (const one of wakes) one()
  }
  return { world, pull: () => pull(), wake }
}

function listenTo(desk: DeskStub, member = ANNA) {
  const network = networkTo(desk, member)
  const heard = { ids: [] as string[], resets: 0, present: [] as Presence[], state: '' }
  const live = openLive(
    {
      url: '/live',
      onEvents: (events) => void heard.ids.push(...events.flatMap(({ ids }) => ids)),
      onReset: () => {
        heard.resets += 1
      },
      onPresence: (present) => {
        heard.present = present
      },
      onState: (state) => {
        heard.state = state
      },
    },
    network.world,
  )
  return { ...network, heard, live }
}

it('hears every event once while the cable is pulled again and again and the desk is evicted', async () => {
  const desk = deskOfNewOffice()
  const { heard, live, pull, wake } = listenTo(desk)
  await until(() => heard.state === 'live')
  const ids = Array.from({ length: 120 }, (_, i) => `c${i}`)
  for (const [i, id] of ids.entries()) {
    await desk.announce([{ topic: 'conversation', ids: [id], by: null }])
    if (i % 10 === 3) pull()
    if (i % 10 === 7) wake()
    if (i % 40 === 20) await evictDurableObject(desk)
  }
  wake()
  await until(() => heard.ids.length >= ids.length)
  expect(heard.ids).toEqual(ids)
  expect(heard.resets).toBe(1)
  live.close()
})

it('is present to others, also after its line broke, and gone when it closes', async () => {
  const desk = deskOfNewOffice()
  const ben = await openScreen(desk, BEN)
  ben.say({ type: 'hello', since: null })
  const { heard, live, pull, wake } = listenTo(desk)
  live.look('c1', 'answering')
  const here: Presence[] = [{ ...ANNA, conversationId: 'c1', doing: 'answering' }]
  await until(() => heard.present.length > 0)
  expect(heard.present).toEqual(here)
  pull()
  expect(heard.present).toEqual([])
  wake()
  await until(() => heard.present.length > 0)
  const lastToBen = () => ben.told.findLast((message) => message.type === 'presence')
  expect(lastToBen()).toEqual({ type: 'presence', present: here })
  live.close()
  await until(() => lastToBen()?.present.length === 0)
})

it('stays away when the membership has ended', async () => {
  const desk = deskOfNewOffice()
  const { heard } = listenTo(desk)
  await until(() => heard.state === 'live')
  await desk.endSockets(ANNA.userId)
  await until(() => heard.state === 'ended')
})
