import { useState } from 'react'
import { server } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tellProblem } from '../../ui/toast.ts'
import type { Conversation, Message } from './types.ts'

/** The messages before those that were read with the conversation, a page at a time. */
export function useOlderMessages({ id, older }: Pick<Conversation, 'id' | 'older'>) {
  const [messages, setMessages] = useState<readonly Message[]>([])
  const [next, setNext] = useState(older)
  const [loading, setLoading] = useState(false)
  const read = async () => {
    if (!next) return
    setLoading(true)
    try {
      const page = await server.inbox.conversation.query({ id, before: next })
      setMessages([...page.messages, ...messages])
      setNext(page.older)
    } catch (error) {
      tellProblem(sentenceOf(error))
    } finally {
      setLoading(false)
    }
  }
  return { messages, hasMore: next !== null, loading, read: () => void read() }
}
