import { useMediaQuery } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { neighbour } from './neighbour.ts'
import type { Status } from './types.ts'
import { useConversations } from './use-conversations.ts'

const PHONE = '(max-width: 48em)'

/** Goes on to the conversation below, or above at the end of the list; on a phone back to the list. */
export function useNextConversation(id: string, listed: Status): () => void {
  const { rows } = useConversations(listed)
  const navigate = useNavigate()
  const onPhone = useMediaQuery(PHONE)
  return () => {
    const next = neighbour(rows ?? [], id, 1) ?? neighbour(rows ?? [], id, -1)
    if (!next || next.id === id || onPhone) void navigate({ to: '/inbox', search: { status: listed } })
    else
      void navigate({ to: '/inbox/$conversationId', params: { conversationId: next.id }, search: { status: listed } })
  }
}
