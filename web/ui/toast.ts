/** A sentence that is shown for a while at the edge of the screen, with the button that takes back what it tells of. */
export type Toast = {
  id: number
  sentence: string
  tone: 'plain' | 'bad'
  /** What it is about: a newer one about the same takes its place, so that no button undoes what is undone. */
  about: string | null
  undo: (() => void) | null
}

const MOST_SHOWN = 2

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function become(next: readonly Toast[]): void {
  toasts = next
  for (const tellListener of listeners) tellListener()
}

function show(toast: Omit<Toast, 'id'>): void {
  lastId += 1
  const others = toasts.filter(({ about }) => about === null || about !== toast.about)
  become([...others, { ...toast, id: lastId }].slice(-MOST_SHOWN))
}

/** Says that something was done. */
export const tell = (sentence: string, about: string | null = null) =>
  show({ sentence, tone: 'plain', about, undo: null })

/** Says that something could not be done, and why. */
export const tellProblem = (sentence: string) => show({ sentence, tone: 'bad', about: null, undo: null })

/** Says that something was done, with one button that takes it back. */
export const tellWithUndo = (sentence: string, about: string, undo: () => void) =>
  show({ sentence, tone: 'plain', about, undo })

/** What the shelf shows, oldest first. */
export const toastShelf = {
  read: () => toasts,
  listen(tellListener: () => void): () => void {
    listeners.add(tellListener)
    return () => listeners.delete(tellListener)
  },
  take: (id: number) => become(toasts.filter((toast) => toast.id !== id)),
}
