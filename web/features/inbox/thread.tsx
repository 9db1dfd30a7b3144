import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useOffice } from '../office/use-office.ts'
import classes from './conversation.module.css'
import { MessageCard } from './message-card.tsx'
import { ReplyBox } from './reply-box.tsx'
import { ThreadHeader } from './thread-header.tsx'
import type { Conversation } from './types.ts'
import { useConversationActions } from './use-conversation-actions.ts'
import { useOlderMessages } from './use-older-messages.ts'
import { usePresence } from './use-presence.ts'

/** The messages of a conversation, oldest first, and the box to answer in. */
export function Thread({ conversation }: { conversation: Conversation }) {
  const { id, messages, suggestions, unread } = conversation
  const { user, mayChange } = useOffice()
  const [answering, setAnswering] = useState(false)
  const others = usePresence(id, answering ? 'answering' : 'reading', user.id)
  const older = useOlderMessages(conversation)
  const { markRead } = useConversationActions(conversation)
  const end = useRef<HTMLDivElement>(null)
  const shown = [...older.messages, ...messages].filter(({ state }) => state !== 'draft')
  const newestId = shown.at(-1)?.id

  useEffect(() => {
    if (newestId) end.current?.scrollIntoView({ block: 'start' })
  }, [newestId])
  const opened = useRef(false)
  useEffect(() => {
    // Once: a member who marks it as unread while it is open means it.
    if (!opened.current && unread && mayChange) markRead(false)
    opened.current = true
  }, [unread, mayChange, markRead])

  return (
    <section className={classes.thread} aria-label={conversation.subject || 'Conversation'}>
      <ThreadHeader conversation={conversation} others={others} />
      <div className={classes.messages}>
        <div className={classes.column}>
          {older.hasMore && (
            <div className={classes.older}>
              <Button size="xs" variant="default" loading={older.loading} onClick={older.read}>
                Older messages
              </Button>
            </div>
          )}
          {shown.map((message) => (
            <div key={message.id} className={classes.entry} ref={message.id === newestId ? end : null}>
              <MessageCard
                message={message}
                suggestions={suggestions.filter(({ messageId }) => messageId === message.id)}
              />
            </div>
          ))}
        </div>
      </div>
      {mayChange && <ReplyBox conversation={conversation} onWriting={setAnswering} />}
    </section>
  )
}
