import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'

const PAUSE_MS = 120
const SHORTEST = 2
const MOST_OF_EACH = 6

export type Found = { id: string; kind: 'contact' | 'conversation'; title: string; detail: string }

/** Contacts and conversations that hold the words, while they are being typed. */
export function useSearch(words: string): { found: Found[]; searching: boolean; asked: boolean } {
  const [text] = useDebouncedValue(words.trim(), PAUSE_MS)
  const asked = text.length >= SHORTEST
  // Without the answers to what was typed before: Enter must not open a row that does not hold the words.
  const options = { enabled: asked }
  const contacts = useQuery(trpc.contacts.list.queryOptions({ text }, options))
  const conversations = useQuery(trpc.inbox.conversations.queryOptions({ text, status: null }, options))
  const people = (contacts.data?.rows ?? [])
    .slice(0, MOST_OF_EACH)
    .map(
      ({ id, name, addresses }): Found => ({ id, kind: 'contact', title: name, detail: addresses[0]?.asTyped ?? '' }),
    )
  const threads = (conversations.data?.rows ?? []).slice(0, MOST_OF_EACH).map(
    ({ id, subject, lastFrom }): Found => ({
      id,
      kind: 'conversation',
      title: subject || '(no subject)',
      detail: lastFrom,
    }),
  )
  return {
    found: asked ? [...people, ...threads] : [],
    searching: contacts.isFetching || conversations.isFetching,
    asked,
  }
}
