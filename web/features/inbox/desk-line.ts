import type { Presence } from '../../../worker/kernel/live.ts'
import type { Live, LiveState } from '../../live.ts'

type Told = { present: readonly Presence[]; state: LiveState }

let live: Live | null = null
let told: Told = { present: [], state: 'connecting' }
let looking: Pick<Presence, 'conversationId' | 'doing'> | null = null
const listeners = new Set<() => void>()

function become(change: Partial<Told>): void {
  told = { ...told, ...change }
  for (const tell of listeners) tell()
}

/** The one live line of this tab, which the shell opens and the screens look at and speak to. */
export const deskLine = {
  attach(opened: Live): void {
    live = opened
    if (looking) live.look(looking.conversationId, looking.doing)
  },
  detach(): void {
    live?.close()
    live = null
    become({ present: [], state: 'connecting' })
  },
  setPresent: (present: readonly Presence[]) => become({ present }),
  setState: (state: LiveState) => become({ state }),
  read: () => told,
  listen(tell: () => void): () => void {
    listeners.add(tell)
    return () => listeners.delete(tell)
  },
  look(conversationId: string, doing: Presence['doing']): void {
    looking = { conversationId, doing }
    live?.look(conversationId, doing)
  },
  away(): void {
    looking = null
    live?.away()
  },
}
