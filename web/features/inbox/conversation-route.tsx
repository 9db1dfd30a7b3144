import { useParams } from '@tanstack/react-router'
import { ConversationView } from './conversation-view.tsx'

/** The conversation that the address names; each starts afresh, so that nothing of the last one stays. */
export function ConversationRoute() {
  const { conversationId } = useParams({ from: '/office/inbox/$conversationId' })
  return <ConversationView key={conversationId} id={conversationId} />
}
