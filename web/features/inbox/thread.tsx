import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useOffice } from '../office/use-office.ts'
import { AboutWhom } from './about-whom.tsx'
import classes from './conversation.module.css'
import { MessageCard } from './message-card.tsx'
import { ReplyBox } from './reply-box.tsx'
import { ThreadHeader } from './thread-header.tsx'
import type { Conversation } from './types.ts'
import { useMarkRead } from './use-mark-read.ts'
import { useOlderMessages } from './use-older-messages.ts'
import { usePresence } from './use-presence.ts'

/** The messages of a conversation, oldest first, and the box to answer in. */
export function Thread({ conversation }: { conversation: Conversation }) {
  const { user, mayChange } = useOffice()
  const [answering, setAnswering] = useState(false)
  const others = usePresence(conversation.id, answering ? 'answering' : 'reading', user.id)
  return (
    <section className={classes.thread} aria-label={conversation.subject || 'Conversation'}>
      <ThreadHeader conversation={conversation} others={others} />
      <AboutWhom conversation={conversation} />
      <Messages conversation={conversation} />
      {mayChange && <ReplyBox conversation={conversation} onWriting={setAnswering} />}
    </section>
  )
}

function Messages({ conversation }: { conversation: Conversation }) {
  const { messages, suggestions } = conversation
  const older = useOlderMessages(conversation)
  const newest = useRef<HTMLDivElement>(null)
  const shown = [...older.messages, ...messages].filter(({ state }) => state !== 'draft')
  const newestId = shown.at(-1)?.id
  useMarkRead(conversation, newestId)
  useEffect(() => {
    if (newestId) newest.current?.scrollIntoView({ block: 'start' })
  }, [newestId])
  return (
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
          <div key={message.id} className={classes.entry} ref={message.id === newestId ? newest : null}>
            <MessageCard message={message} suggestions={suggestions.filter((one) => one.messageId === message.id)} />
          </div>
        ))}
      </div>
    </div>
  )
}
