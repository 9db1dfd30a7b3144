import { useSyncExternalStore } from 'react'
import type { Clash } from '../../../../worker/features/appointments/rules/calendar/clash.ts'
import type { Timed } from '../types.ts'
import type { Proposal } from './dragged.ts'

/** What is under way: drawn as a ghost in its column until it is let go. */
export type Drag = Proposal & {
  appointment: Timed | null
  /** In words, what speaks against it there. */
  problem: string | null
  clash: Clash | null
}
export type DragStore = ReturnType<typeof newDragStore>

/** Holds the drag outside of React, so that a move of the pointer draws one ghost anew and no column. */
export function newDragStore() {
  let drag: Drag | null = null
  const listeners = new Set<() => void>()
  return {
    get: () => drag,
    set(next: Drag | null): void {
      drag = next
      for (const tell of listeners) tell()
    },
    subscribe(tell: () => void): () => void {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
  }
}

/** The drag, while it is over this column. */
export const useDragIn = (store: DragStore, columnKey: string): Drag | null =>
  useSyncExternalStore(store.subscribe, () => {
    const drag = store.get()
    return drag?.column.key === columnKey ? drag : null
  })

export const useIsDragged = (store: DragStore, id: string): boolean =>
  useSyncExternalStore(store.subscribe, () => store.get()?.appointment?.id === id)
