import { describe, expect, it } from 'vitest'
import { ANSWER_WITHIN_MS, PING_EVERY_MS } from '../../../web/live/line.ts'
import { type LiveState, openLive } from '../../../web/live.ts'
import type { LiveEvent, Presence } from '../../../worker/kernel/live.ts'
import { MEMBERSHIP_ENDED } from '../../../worker/kernel/live-line.ts'
import { SECOND_MS } from '../../../worker/kernel/time.ts'
import { FakeWorld } from './fake-world.ts'

const event = (seq: number): LiveEvent => ({ seq, topic: 'task', ids: [String(seq)], by: null })
const events = (...seqs: number[]) => ({ type: 'events' as const, events: seqs.map(event) })

function screen() {
  const world = new FakeWorld()
  const heard = { seqs: [] as number[], resets: [] as string[], present: [] as Presence[][], states: [] as LiveState[] }
  const live = openLive(
    {
      url: '/live',
      onEvents: (told) => void heard.seqs.push(...told.map(({ seq }) => seq)),
      onReset: (why) => void heard.resets.push(why),
      onPresence: (present) => void heard.present.push(present),
      onState: (state) => void heard.states.push(state),
    },
    world,
  )
  const begin = (seq: number) => {
    world.line.open()
    world.line.tell({ type: 'welcome', seq })
  }
  return { world, heard, live, begin }
}

describe('the order of events', () => {
  it('asks for nothing the first time, and has what was read before read again', () => {
    const { world, heard, begin } = screen()
    begin(4)
    expect(world.line.said).toEqual([{ type: 'hello', since: null }])
    expect(heard).toEqual({ seqs: [], resets: ['first'], present: [], states: ['connecting', 'live'] })
  })

  it('hands on each event once, whatever is repeated', () => {
    const { world, heard, begin } = screen()
    begin(4)
    world.line.tell(events(5))
    world.line.tell(events(5))
    world.line.tell(events(4, 5, 6))
    expect(heard.seqs).toEqual([5, 6])
  })

  it('asks again when events are missing, and takes none before its turn', () => {
    const { world, heard, begin } = screen()
    begin(4)
    world.line.tell(events(7))
    expect(heard.seqs).toEqual([])
    expect(world.line.said.at(-1)).toEqual({ type: 'hello', since: 4 })
    world.line.tell(events(5, 6, 7))
    world.line.tell(events(8))
    expect(heard.seqs).toEqual([5, 6, 7, 8])
  })

  it('asks for what it missed after a break', () => {
    const { world, heard, begin } = screen()
    begin(4)
    world.line.tell(events(5))
    world.line.drop()
    world.pass(SECOND_MS)
    world.line.open()
    expect(world.line.said).toEqual([{ type: 'hello', since: 5 }])
    world.line.tell(events(6, 7))
    expect(heard.seqs).toEqual([5, 6, 7])
    expect(heard.resets).toEqual(['first'])
    expect(heard.states).toEqual(['connecting', 'live', 'waiting', 'connecting', 'live'])
  })

  it('reads everything anew after a reset, also when the numbers went back', () => {
    const { world, heard, begin } = screen()
    begin(40)
    world.line.tell({ type: 'reset', seq: 2 })
    world.line.tell(events(3))
    expect(heard.resets).toEqual(['first', 'missed'])
    expect(heard.seqs).toEqual([3])
  })

  it('hears nothing from a line that it has given up', () => {
    const { world, heard, begin } = screen()
    begin(1)
    const old = world.line
    old.drop()
    world.pass(SECOND_MS)
    begin(1)
    old.tell(events(2))
    old.drop()
    expect(heard.seqs).toEqual([])
    expect(world.lines).toHaveLength(2)
  })

  it('passes over what it has no word for', () => {
    const { world, heard, begin } = screen()
    begin(1)
    world.line.tell({ type: 'weather', outlook: 'fine' } as never)
    world.line.tell(events(2))
    expect(heard.seqs).toEqual([2])
  })
})

describe('a line that breaks', () => {
  it('is dialled again after a growing while', () => {
    const { world } = screen()
    const waits = Array.from({ length: 8 }, () => {
      world.line.drop()
      return world.passUntilDialled()
    })
    expect(waits).toEqual([750, 1500, 3000, 6000, 12_000, 22_500, 22_500, 22_500])
  })

  it('is not dialled faster because it opened and dropped at once', () => {
    const { world, begin } = screen()
    const waits = Array.from({ length: 4 }, () => {
      begin(0)
      world.line.drop()
      return world.passUntilDialled()
    })
    expect(waits).toEqual([750, 1500, 3000, 6000])
  })

  it('is dialled again soon when it had held', () => {
    const { world, begin } = screen()
    world.line.drop()
    world.passUntilDialled()
    world.line.drop()
    world.passUntilDialled()
    begin(0)
    world.line.pong()
    world.line.drop()
    expect(world.passUntilDialled()).toBe(750)
  })

  it('is dialled at once when the network is back or someone looks again', () => {
    const { world } = screen()
    world.line.drop()
    world.wake()
    world.wake()
    expect(world.lines).toHaveLength(2)
    world.pass(ANSWER_WITHIN_MS - 1)
    expect(world.lines).toHaveLength(2)
  })

  it('is noticed by a ping without a pong', () => {
    const { world, heard, begin } = screen()
    begin(0)
    world.pass(PING_EVERY_MS)
    expect(world.line.pings).toBe(1)
    world.line.pong()
    world.pass(PING_EVERY_MS + ANSWER_WITHIN_MS - 1)
    expect([world.line.pings, world.lines.length]).toEqual([2, 1])
    world.pass(1)
    expect(world.line.isClosed).toBe(true)
    expect(heard.states.at(-1)).toBe('waiting')
  })

  it('is noticed soon after the machine has slept', () => {
    const { world, heard, begin } = screen()
    begin(0)
    world.wake()
    expect(world.line.pings).toBe(1)
    world.pass(ANSWER_WITHIN_MS)
    expect(heard.states.at(-1)).toBe('waiting')
  })

  it('is given up when it opens but nobody answers', () => {
    const { world } = screen()
    world.line.open()
    world.pass(ANSWER_WITHIN_MS)
    expect(world.line.isClosed).toBe(true)
    world.pass(SECOND_MS)
    expect(world.lines).toHaveLength(2)
  })

  it('stays down when the membership has ended', () => {
    const { world, heard, begin } = screen()
    begin(0)
    world.line.drop(MEMBERSHIP_ENDED)
    world.wake()
    world.pass(600 * SECOND_MS)
    expect(world.lines).toHaveLength(1)
    expect(heard.states.at(-1)).toBe('ended')
  })

  it('leaves no timer behind when the screen closes it', () => {
    const { world, live, begin } = screen()
    begin(0)
    live.close()
    expect(world.line.isClosed).toBe(true)
    expect(world.isIdle).toBe(true)
  })
})

describe('presence', () => {
  it('is said once the desk has answered, and again on every new line', () => {
    const { world, live, begin } = screen()
    live.look('c1', 'reading')
    const looking = { type: 'looking', conversationId: 'c1', doing: 'reading' }
    begin(0)
    expect(world.line.said).toEqual([{ type: 'hello', since: null }, looking])
    world.line.drop()
    world.pass(SECOND_MS)
    begin(0)
    expect(world.line.said).toEqual([{ type: 'hello', since: 0 }, looking])
  })

  it('is not said twice, and not at all after looking away', () => {
    const { world, live, begin } = screen()
    begin(0)
    live.away()
    live.look('c1', 'reading')
    live.look('c1', 'reading')
    live.look('c1', 'answering')
    live.away()
    live.away()
    expect(world.line.said.slice(1).map(({ type }) => type)).toEqual(['looking', 'looking', 'away'])
    world.line.drop()
    world.pass(SECOND_MS)
    begin(0)
    expect(world.line.said).toEqual([{ type: 'hello', since: 0 }])
  })

  it('of others is told, and forgotten while the line is down', () => {
    const { world, heard, begin } = screen()
    const ben: Presence = { userId: 'ben', name: 'Ben', conversationId: 'c1', doing: 'answering' }
    begin(0)
    world.line.tell({ type: 'presence', present: [ben] })
    world.line.drop()
    expect(heard.present).toEqual([[ben], []])
  })
})
