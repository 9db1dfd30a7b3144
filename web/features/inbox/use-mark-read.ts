import { useEffect, useRef } from 'react'
import { useOffice } from '../office/use-office.ts'
import type { Conversation } from './types.ts'
import { useConversationActions } from './use-conversation-actions.ts'

/**
 * Marks the open conversation as read when it is opened and when a message arrives in it. Not again for the same
 * message: a member who marks it as unread while looking at it means it.
 */
export function useMarkRead(conversation: Conversation, newestId: string | undefined): void {
  const { mayChange } = useOffice()
  const { markRead } = useConversationActions(conversation)
  const readUpTo = useRef<string | undefined>(undefined)
  const { unread } = conversation
  useEffect(() => {
    if (readUpTo.current === newestId) return
    readUpTo.current = newestId
    if (unread && mayChange) markRead(false)
  }, [newestId, unread, mayChange, markRead])
}
