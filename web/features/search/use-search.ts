import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { useOffice } from '../office/use-office.ts'
import { usePlaces } from '../office/use-places.ts'
import { useWords } from '../office/use-words.ts'
import { commandsFor } from './commands.ts'
import { type Found, listed } from './found.ts'

const PAUSE_MS = 30
const SHORTEST = 2
/** What may be a number or a part of one; the server decides. */
const NUMBER = /^[+\d\s()./-]{4,}$/

/** All that holds the words while they are being typed, who calls when they are a number, and what can be done. */
export function useSearch(words: string): { found: Found[]; searching: boolean } {
  const { mayChange } = useOffice()
  const office = { words: useWords(), places: usePlaces(), mayChange }
  const [text] = useDebouncedValue(words.trim(), PAUSE_MS)
  const asked = text.length >= SHORTEST
  // Without the answers to what was typed before: Enter must not open a row that does not hold the words.
  const hits = useQuery(trpc.search.find.queryOptions({ text }, { enabled: asked }))
  const callers = useQuery(trpc.search.callers.queryOptions({ text }, { enabled: NUMBER.test(text) }))
  return {
    found: listed(commandsFor(words.trim(), office), callers.data ?? [], asked ? hits.data : undefined),
    searching: hits.isFetching || callers.isFetching,
  }
}
