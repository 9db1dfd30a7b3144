import { Textarea } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import classes from './reply-box.module.css'
import { ReplyFoot } from './reply-foot.tsx'
import type { Conversation } from './types.ts'
import { useReply } from './use-reply.ts'

const MOST_ROWS = 12

type Face = { conversation: Conversation; onWriting: (writing: boolean) => void }

/** Where a conversation is answered. What is typed survives everything but sending it. */
export function ReplyBox({ conversation, onWriting }: Face) {
  const { messages, suggestions } = conversation
  const { text, isDraft, setText, send, sending } = useReply(conversation)
  const field = useRef<HTMLTextAreaElement>(null)
  useShortcuts({ r: () => field.current?.focus() })
  const proposed = suggestions.find(({ kind, status }) => kind === 'draft_reply' && status === 'waiting')
  const answers = messages.findLast(({ direction }) => direction === 'in')
  if (!answers) return null
  const { replyTo, from } = answers
  const maySend = text.trim() !== ''
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && maySend && !sending) send()
    if (event.key === 'Escape') field.current?.blur()
  }
  return (
    <div className={classes.box}>
      <div className={classes.frame}>
        <Textarea
          ref={field}
          className={classes.text ?? ''}
          aria-label="Your answer"
          placeholder={`Answer ${replyTo?.address ?? (from.name || from.address)}`}
          {...{ autosize: true, minRows: 1, maxRows: MOST_ROWS, value: text, onKeyDown }}
          onChange={(event) => setText(event.currentTarget.value)}
          onFocus={() => onWriting(true)}
          onBlur={() => onWriting(false)}
        />
        <ReplyFoot
          isDraft={isDraft}
          proposed={text === '' ? proposed : undefined}
          maySend={maySend}
          sending={sending}
          onSend={send}
        />
      </div>
    </div>
  )
}
