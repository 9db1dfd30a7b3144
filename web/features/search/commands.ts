import type { Place, PlaceTo } from '../office/places.ts'
import type { OfficeWords } from '../office/use-words.ts'

/** Something that the search field can do besides finding. `words` are other names for it. */
export type Command = {
  title: string
  words: string
  keys: string
  to: PlaceTo | '/trash' | '/contacts/duplicates'
  isNew?: true
}

type Office = { words: OfficeWords; places: readonly Place[]; mayChange: boolean }

const commandsOf = ({ words, places }: Office): readonly Command[] => [
  {
    ...{ title: `New ${words.inOne}`, words: 'add person contact customer client patient', keys: '', to: '/contacts' },
    isNew: true,
  },
  { title: 'New deal', words: 'add quote offer', keys: '', to: '/deals', isNew: true },
  { title: 'New appointment', words: 'add book visit calendar', keys: '', to: '/calendar', isNew: true },
  { title: 'New task', words: 'add reminder to-do', keys: '', to: '/tasks' },
  ...places.map(({ to, label, shortcut }) => ({
    ...{ title: `Go to ${label}`, words: to === '/contacts' ? 'contacts' : label, keys: shortcut, to },
  })),
  { title: 'Go to Duplicates', words: 'merge twice same', keys: '', to: '/contacts/duplicates' },
  { title: 'Go to Trash', words: 'restore undo deleted merged', keys: '', to: '/trash' },
]
const MOST_SHOWN = 4

/** The commands that hold every word that was typed; all of them while nothing is. A viewer has nothing to add. */
export function commandsFor(typed: string, office: Office): Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const allowed = commandsOf(office).filter(({ isNew }) => office.mayChange || !isNew)
  if (words.length === 0) return allowed
  const named = ({ title, words: more }: Command) => `${title} ${more}`.toLowerCase()
  return allowed.filter((command) => words.every((word) => named(command).includes(word))).slice(0, MOST_SHOWN)
}
