import type { LiveEvent, ToScreen } from '../../worker/kernel/live.ts'

export type Received =
  | { kind: 'events'; known: number; events: LiveEvent[] }
  /** What the screen shows may be old in ways that nobody can name. */
  | { kind: 'anew'; known: number }
  /** Events are missing before these: ask again from the last that is known. */
  | { kind: 'gap' }
  | { kind: 'nothing' }

/**
 * What a message means to a screen whose last event was `known`, or that knows none yet. Events it has already are
 * dropped, and none is taken before the one that precedes it: each is handed on exactly once and in order.
 */
export function receive(known: number | null, message: Exclude<ToScreen, { type: 'presence' }>): Received {
  if (message.type === 'reset') return { kind: 'anew', known: message.seq }
  if (message.type === 'welcome')
    return message.seq === known ? { kind: 'nothing' } : { kind: 'anew', known: message.seq }
  if (known === null) return { kind: 'nothing' }
  const events = message.events.filter(({ seq }) => seq > known)
  if (events.length === 0) return { kind: 'nothing' }
  if (events.some(({ seq }, i) => seq !== known + 1 + i)) return { kind: 'gap' }
  return { kind: 'events', known: known + events.length, events }
}
