import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconCheck, IconPencil, IconX } from '@tabler/icons-react'
import type { Suggestion } from '../inbox/types.ts'
import { useActionNames } from './action-words.ts'
import classes from './suggestion-card.module.css'
import type { Decisions } from './use-decisions.ts'

type Face = { suggestion: Suggestion; decisions: Decisions; onEdit: () => void }

/** The three answers to a suggestion. */
export function SuggestionButtons({ suggestion, decisions, onEdit }: Face) {
  const name = useActionNames()[suggestion.kind]
  return (
    <div className={classes.buttons}>
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconCheck size={14} />}
        disabled={decisions.pending}
        aria-label={`Accept: ${name}`}
        onClick={() => decisions.accept(suggestion)}
      >
        Accept
      </Button>
      {suggestion.kind !== 'mark_spam' && (
        <Tooltip label="Edit">
          <ActionIcon size={26} aria-label={`Edit: ${name}`} onClick={onEdit}>
            <IconPencil size={16} />
          </ActionIcon>
        </Tooltip>
      )}
      <Tooltip label="Reject">
        <ActionIcon
          size={26}
          aria-label={`Reject: ${name}`}
          disabled={decisions.pending}
          onClick={() => decisions.reject(suggestion)}
        >
          <IconX size={16} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}
