import { Button, Textarea } from '@mantine/core'
import { IconSend2, IconSparkles } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useDecisions } from '../assistant/use-decisions.ts'
import classes from './reply-box.module.css'
import type { Conversation } from './types.ts'
import { useReply } from './use-reply.ts'

const MOST_ROWS = 12

type Face = { conversation: Conversation; onWriting: (writing: boolean) => void }

/** Where a conversation is answered. What is typed survives everything but sending it. */
export function ReplyBox({ conversation, onWriting }: Face) {
  const { messages, suggestions } = conversation
  const { text, isDraft, setText, send, sending } = useReply(conversation)
  const { accept, pending } = useDecisions()
  const field = useRef<HTMLTextAreaElement>(null)
  useShortcuts({ r: () => field.current?.focus() })
  const proposed = suggestions.find(({ kind, status }) => kind === 'draft_reply' && status === 'waiting')
  const answers = messages.findLast(({ direction }) => direction === 'in')
  if (!answers) return null
  const mayUse = proposed && text === ''
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() && !sending) send()
    if (event.key === 'Escape') field.current?.blur()
  }
  return (
    <div className={classes.box}>
      <div className={classes.frame}>
        <Textarea
          ref={field}
          className={classes.text ?? ''}
          aria-label="Your answer"
          placeholder={`Answer ${answers.from.name || answers.from.address}`}
          autosize
          minRows={1}
          maxRows={MOST_ROWS}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onFocus={() => onWriting(true)}
          onBlur={() => onWriting(false)}
          onKeyDown={onKeyDown}
        />
        <div className={classes.foot}>
          <span className={classes.note}>{isDraft ? 'A draft by the assistant. Read it before you send it.' : ''}</span>
          <span className={classes.send}>
            {mayUse && (
              <Button
                size="xs"
                variant="subtle"
                leftSection={<IconSparkles size={15} />}
                loading={pending}
                onClick={() => accept(proposed)}
              >
                Use the assistant's draft
              </Button>
            )}
            <Button
              size="xs"
              leftSection={<IconSend2 size={15} />}
              disabled={text.trim() === ''}
              loading={sending}
              onClick={send}
            >
              Send
            </Button>
          </span>
        </div>
      </div>
    </div>
  )
}
