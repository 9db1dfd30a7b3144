import { useEffect, useSyncExternalStore } from 'react'
import { deskLine } from './desk-line.ts'

/** Tells the office which conversation is looked at or answered here, and answers who else is there. */
export function usePresence(conversationId: string, doing: 'reading' | 'answering', userId: string) {
  const { present } = useSyncExternalStore(deskLine.listen, deskLine.read)
  useEffect(() => {
    deskLine.look(conversationId, doing)
  }, [conversationId, doing])
  useEffect(() => () => deskLine.away(), [])
  return present.filter((other) => other.conversationId === conversationId && other.userId !== userId)
}
