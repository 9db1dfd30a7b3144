import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { EVENTS_KEPT } from '../../durable-objects/live/event-log.ts'
import { MAX_MESSAGE_BYTES } from '../../durable-objects/live/read-message.ts'
import { SOCKETS_PER_MEMBER } from '../../durable-objects/live-room.ts'
import type { Change } from '../../worker/kernel/live.ts'
import { BROKE_THE_RULES, MEMBERSHIP_ENDED, PING } from '../../worker/kernel/live-line.ts'
import { ANNA, BEN, deskOfNewOffice, openScreen, until } from './screens.ts'

const change = (id: string): Change => ({ topic: 'conversation', ids: [id], by: null })
const changes = (count: number) => Array.from({ length: count }, (_, i) => change(`c${i + 1}`))
const looking = (conversationId: string, doing: 'reading' | 'answering') =>
  ({ type: 'looking', conversationId, doing }) as const

describe('events', () => {
  it('welcomes a first screen with the number of the newest event', async () => {
    const desk = deskOfNewOffice()
    await desk.announce(changes(3))
    const screen = await openScreen(desk)
    screen.say({ type: 'hello', since: null })
    expect(await screen.hears('welcome')).toEqual([{ type: 'welcome', seq: 3 }])
  })

  it('numbers events without gaps and tells them to every screen that said hello', async () => {
    const desk = deskOfNewOffice()
    const [anna, ben, mute] = [await openScreen(desk), await openScreen(desk, BEN), await openScreen(desk, BEN)]
    for (const screen of [anna, ben]) screen.say({ type: 'hello', since: null })
    await Promise.all([anna.hears('welcome'), ben.hears('welcome')])
    await desk.announce([change('a'), change('b')])
    await desk.announce([{ topic: 'task', ids: [], by: 'anna' }])
    const expected = [
      {
        type: 'events',
        events: [
          { ...change('a'), seq: 1 },
          { ...change('b'), seq: 2 },
        ],
      },
      { type: 'events', events: [{ topic: 'task', ids: [], by: 'anna', seq: 3 }] },
    ]
    expect(await anna.hears('events', 2)).toEqual(expected)
    expect(await ben.hears('events', 2)).toEqual(expected)
    expect(mute.told).toEqual([])
  })

  it('tells a screen that was away what it missed, and nothing else', async () => {
    const desk = deskOfNewOffice()
    await desk.announce(changes(5))
    const screen = await openScreen(desk)
    screen.say({ type: 'hello', since: 2 })
    const [missed] = await screen.hears('events')
    expect(missed?.events.map(({ seq, ids }) => [seq, ids])).toEqual([
      [3, ['c3']],
      [4, ['c4']],
      [5, ['c5']],
    ])
  })

  it('resets a screen that missed more than is kept', async () => {
    const desk = deskOfNewOffice()
    await desk.announce(changes(EVENTS_KEPT + 2))
    const [late, justInTime] = [await openScreen(desk), await openScreen(desk)]
    late.say({ type: 'hello', since: 1 })
    expect(await late.hears('reset')).toEqual([{ type: 'reset', seq: EVENTS_KEPT + 2 }])
    justInTime.say({ type: 'hello', since: 2 })
    expect((await justInTime.hears('events'))[0]?.events).toHaveLength(EVENTS_KEPT)
    await runInDurableObject(desk, (_, { storage }) => {
      expect(storage.sql.exec('select count(*) as kept from events').one()).toEqual({ kept: EVENTS_KEPT })
    })
  })

  it('resets a screen whose number is from another life of the desk', async () => {
    const desk = deskOfNewOffice()
    await desk.announce(changes(1))
    const screen = await openScreen(desk)
    screen.say({ type: 'hello', since: 7 })
    expect(await screen.hears('reset')).toEqual([{ type: 'reset', seq: 1 }])
  })

  it('goes on counting, and talking to the same sockets, after an eviction', async () => {
    const desk = deskOfNewOffice()
    const screen = await openScreen(desk)
    screen.say({ type: 'hello', since: null })
    await screen.hears('welcome')
    await desk.announce([change('before')])
    await screen.hears('events')
    await evictDurableObject(desk)
    await desk.announce([change('after')])
    const told = await screen.hears('events', 2)
    expect(told.flatMap(({ events }) => events.map(({ seq }) => seq))).toEqual([1, 2])
    expect(screen.closed).toEqual([])
  })

  it('wakes from an eviction when a screen speaks', async () => {
    const desk = deskOfNewOffice()
    const screen = await openScreen(desk)
    await desk.announce(changes(2))
    await evictDurableObject(desk)
    screen.say({ type: 'hello', since: 1 })
    expect((await screen.hears('events'))[0]?.events.map(({ seq }) => seq)).toEqual([2])
  })
})

describe('presence', () => {
  it('tells everyone who is looking at what, until they look away', async () => {
    const desk = deskOfNewOffice()
    const [anna, ben] = [await openScreen(desk), await openScreen(desk, BEN)]
    for (const screen of [anna, ben]) screen.say({ type: 'hello', since: null })
    await Promise.all([anna.hears('presence'), ben.hears('presence')])
    anna.say(looking('c1', 'reading'))
    const here = { type: 'presence', present: [{ ...ANNA, conversationId: 'c1', doing: 'reading' }] }
    expect((await ben.hears('presence', 2)).at(-1)).toEqual(here)
    expect((await anna.hears('presence', 2)).at(-1)).toEqual(here)
    anna.say({ type: 'away' })
    expect((await ben.hears('presence', 3)).at(-1)).toEqual({ type: 'presence', present: [] })
  })

  it('survives an eviction', async () => {
    const desk = deskOfNewOffice()
    const anna = await openScreen(desk)
    anna.say({ type: 'hello', since: null })
    anna.say(looking('c1', 'answering'))
    await anna.hears('presence', 2)
    await evictDurableObject(desk)
    const ben = await openScreen(desk, BEN)
    ben.say({ type: 'hello', since: null })
    expect((await ben.hears('presence')).at(-1)?.present).toEqual([
      { ...ANNA, conversationId: 'c1', doing: 'answering' },
    ])
  })

  it('forgets a socket that closes', async () => {
    const desk = deskOfNewOffice()
    const [anna, ben] = [await openScreen(desk), await openScreen(desk, BEN)]
    ben.say({ type: 'hello', since: null })
    anna.say(looking('c1', 'reading'))
    await ben.hears('presence', 2)
    anna.socket.close()
    expect((await ben.hears('presence', 3)).at(-1)?.present).toEqual([])
  })

  it('says nothing when nothing changed', async () => {
    const desk = deskOfNewOffice()
    const anna = await openScreen(desk)
    anna.say({ type: 'hello', since: null })
    anna.say(looking('c1', 'reading'))
    anna.say(looking('c1', 'reading'))
    anna.say({ type: 'away' })
    await anna.hears('presence', 3)
    expect(anna.told.filter(({ type }) => type === 'presence')).toHaveLength(3)
  })
})

describe('sockets that do harm', () => {
  const bad: [string, string | ArrayBuffer][] = [
    ['text that is no JSON', '{'],
    ['JSON that no screen says', '{"type":"announce"}'],
    ['a hello with a broken number', '{"type":"hello","since":-1}'],
    ['bytes', new Uint8Array([123, 125]).buffer],
    ['more than 4 KB', JSON.stringify({ type: 'away', padding: 'x'.repeat(MAX_MESSAGE_BYTES) })],
    ['more than 4 KB in few letters', JSON.stringify({ type: 'away', padding: '€'.repeat(MAX_MESSAGE_BYTES / 3) })],
  ]

  it.each(bad)('closes a socket that sends %s, and the others hear on', async (_, message) => {
    const desk = deskOfNewOffice()
    const [good, hostile] = [await openScreen(desk), await openScreen(desk, BEN)]
    good.say({ type: 'hello', since: null })
    await good.hears('welcome')
    hostile.socket.send(message)
    await until(() => hostile.closed.length > 0)
    expect(hostile.closed).toEqual([BROKE_THE_RULES])
    await desk.announce(changes(1))
    expect(await good.hears('events')).toHaveLength(1)
  })

  it('closes a socket that says more than twenty things in a second, and takes it out of the presence', async () => {
    const desk = deskOfNewOffice()
    const [good, hostile] = [await openScreen(desk), await openScreen(desk, BEN)]
    good.say({ type: 'hello', since: null })
    await good.hears('presence')
    for (let i = 0; i < 50; i += 1) hostile.say(looking(`c${i}`, 'reading'))
    await until(() => hostile.closed.length > 0)
    expect(hostile.closed).toEqual([BROKE_THE_RULES])
    await until(() => {
      const last = good.told.at(-1)
      return last?.type === 'presence' && last.present.length === 0
    })
    await desk.announce(changes(1))
    expect(await good.hears('events')).toHaveLength(1)
  })

  it('goes on when a socket has broken under its hands', async () => {
    const desk = deskOfNewOffice()
    const [broken, good] = [await openScreen(desk), await openScreen(desk, BEN)]
    for (const screen of [broken, good]) screen.say({ type: 'hello', since: null })
    broken.say(looking('c1', 'reading'))
    await good.hears('presence', 2)
    await runInDurableObject(desk, (instance, state) => {
      const socket = state.getWebSockets().find((one) => one.deserializeAttachment().userId === ANNA.userId)!
      Object.defineProperty(socket, 'send', {
        value: () => {
          throw new TypeError('The line is cut.')
        },
      })
      instance.announce(changes(1))
      expect(socket.deserializeAttachment()).toBeNull()
    })
    expect(await good.hears('events')).toHaveLength(1)
    expect((await good.hears('presence', 3)).at(-1)?.present).toEqual([])
  })

  it('closes a socket that has been silent for minutes, so that nobody looks for ever', async () => {
    const desk = deskOfNewOffice()
    const [silent, good] = [await openScreen(desk), await openScreen(desk, BEN)]
    good.say({ type: 'hello', since: null })
    silent.say(looking('c1', 'reading'))
    await good.hears('presence', 2)
    await runInDurableObject(desk, (_, state) => {
      for (const socket of state.getWebSockets()) {
        const seat = socket.deserializeAttachment()
        if (seat.userId === ANNA.userId) socket.serializeAttachment({ ...seat, heardAt: 0 })
      }
    })
    await desk.announce(changes(1))
    await until(() => silent.closed.length === 1)
    expect((await good.hears('presence', 3)).at(-1)?.present).toEqual([])
  })

  it('answers a ping without being woken', async () => {
    const desk = deskOfNewOffice()
    const screen = await openScreen(desk)
    const heardOf = () =>
      runInDurableObject(desk, (_, state) => state.getWebSockets().map((socket) => socket.deserializeAttachment()))
    const before = await heardOf()
    for (let i = 0; i < 40; i += 1) screen.socket.send(PING)
    await until(() => screen.pongs.length === 40)
    expect(await heardOf()).toEqual(before)
  })
})

describe('who may listen', () => {
  it('refuses a request that names nobody', async () => {
    const response = await deskOfNewOffice().fetch('https://desk/live', { headers: { Upgrade: 'websocket' } })
    expect(response.status).toBe(403)
  })

  it('closes every socket of a member whose membership ends, and no other', async () => {
    const desk = deskOfNewOffice()
    const [first, second, ben] = [await openScreen(desk), await openScreen(desk), await openScreen(desk, BEN)]
    for (const screen of [first, second, ben]) screen.say({ type: 'hello', since: null })
    first.say(looking('c1', 'reading'))
    await ben.hears('presence', 2)
    await desk.endSockets(ANNA.userId)
    await until(() => first.closed.length + second.closed.length === 2)
    expect([first.closed, second.closed, ben.closed]).toEqual([[MEMBERSHIP_ENDED], [MEMBERSHIP_ENDED], []])
    expect((await ben.hears('presence', 3)).at(-1)?.present).toEqual([])
    await desk.announce(changes(1))
    expect(await ben.hears('events')).toHaveLength(1)
    expect(first.told.some(({ type }) => type === 'events')).toBe(false)
  })

  it('lets a member have only so many screens, and a place is free again when one closes', async () => {
    const desk = deskOfNewOffice()
    const screens = await Promise.all(Array.from({ length: SOCKETS_PER_MEMBER }, () => openScreen(desk)))
    await expect(openScreen(desk)).rejects.toThrow('429')
    await expect(openScreen(desk, BEN)).resolves.toBeDefined()
    screens[0]?.socket.close()
    await until(() => screens[0]?.closed.length === 1)
    await expect(openScreen(desk)).resolves.toBeDefined()
  })
})
