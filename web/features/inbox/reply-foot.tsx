import { Button } from '@mantine/core'
import { IconSend2, IconSparkles } from '@tabler/icons-react'
import { useDecisions } from '../assistant/use-decisions.ts'
import classes from './reply-box.module.css'
import type { Suggestion } from './types.ts'

type Face = {
  /** Says that what stands there is the assistant's and not the member's. */
  isDraft: boolean
  /** A draft that the assistant proposes and nobody has taken yet. */
  proposed: Suggestion | undefined
  maySend: boolean
  sending: boolean
  onSend: () => void
}

/** What can be done with an answer: take the assistant's, and send it. */
export function ReplyFoot({ isDraft, proposed, maySend, sending, onSend }: Face) {
  const { accept, pending } = useDecisions()
  return (
    <div className={classes.foot}>
      <span className={classes.note}>{isDraft ? 'A draft by the assistant. Read it before you send it.' : ''}</span>
      <span className={classes.send}>
        {proposed && (
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
        <Button size="xs" leftSection={<IconSend2 size={15} />} disabled={!maySend} loading={sending} onClick={onSend}>
          Send
        </Button>
      </span>
    </div>
  )
}
