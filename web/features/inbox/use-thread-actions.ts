import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useChange } from '../office/use-change.ts'
import { useOffice } from '../office/use-office.ts'
import type { Conversation, Status } from './types.ts'
import { useConversationActions } from './use-conversation-actions.ts'
import { useNextConversation } from './use-next-conversation.ts'

/** What can be done with the open conversation, with its keys; whoever finishes one goes on to the next. */
export function useThreadActions(conversation: Conversation, listed: Status) {
  const { status } = conversation
  const { mayChange } = useOffice()
  const { setStatus, markRead } = useConversationActions(conversation)
  const goOn = useNextConversation(conversation.id, listed)
  const change = useChange()
  const move = (to: Status) => {
    setStatus(to, status)
    goOn()
  }
  const finish = change(() => move(status === 'open' ? 'done' : 'open'))
  const keepUnread = change(() => markRead(true))
  useShortcuts({ e: finish, u: keepUnread })
  return { mayChange, finish, keepUnread, markSpam: () => move('spam') }
}
