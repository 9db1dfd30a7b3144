/**
 * `planned`: its time has not come. `queued`: it is being sent, or will be tried again. `sending`: the carrier has it.
 * `unknown`: whether it went out cannot be found out.
 */
export const MESSAGE_STATES = [
  'planned',
  'queued',
  'sending',
  'unknown',
  'sent',
  'failed',
  'delivered',
  'skipped',
] as const
export type MessageState = (typeof MESSAGE_STATES)[number]

const RANK: Partial<Record<MessageState, number>> = {
  queued: 0,
  sending: 1,
  unknown: 1,
  sent: 2,
  failed: 3,
  delivered: 4,
}

/** Whether a carrier's word counts: it only ever leads upwards, because words come late, twice and in any order. */
export function mayBecome(state: MessageState, next: MessageState): boolean {
  const [from, to] = [RANK[state], RANK[next]]
  return from !== undefined && to !== undefined && to > from
}

/** The states in which somebody may have read it. */
export const WAS_TOLD: readonly MessageState[] = ['sending', 'unknown', 'sent', 'delivered']
