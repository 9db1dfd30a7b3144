import { ActionIcon, Button, Kbd } from '@mantine/core'
import { IconArrowBackUp, IconArrowLeft, IconCheck, IconPencil, IconX } from '@tabler/icons-react'
import classes from './review.module.css'

type Answers = Record<'accept' | 'edit' | 'reject' | 'undo', () => void>
type Face = { answers: Answers; mayEdit: boolean; mayUndo: boolean; disabled: boolean; onBack: () => void }

const keyHint = (key: string) => (
  <span className={classes.keys} aria-hidden>
    <Kbd size="xs">{key}</Kbd>
  </span>
)

/** The answers to a suggestion, each with its key. */
export function ReviewBar({ answers, mayEdit, mayUndo, disabled, onBack }: Face) {
  return (
    <div className={classes.bar}>
      <ActionIcon hiddenFrom="sm" aria-label="Back to the list" size={36} onClick={onBack}>
        <IconArrowLeft size={20} />
      </ActionIcon>
      <Button
        leftSection={<IconCheck size={16} />}
        rightSection={keyHint('A')}
        disabled={disabled}
        onClick={answers.accept}
      >
        Accept
      </Button>
      {mayEdit && (
        <Button
          variant="default"
          leftSection={<IconPencil size={16} />}
          rightSection={keyHint('E')}
          disabled={disabled}
          onClick={answers.edit}
        >
          Edit
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconX size={16} />}
        rightSection={keyHint('R')}
        disabled={disabled}
        onClick={answers.reject}
      >
        Reject
      </Button>
      <span className={classes.spring} />
      {mayUndo && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconArrowBackUp size={16} />}
          rightSection={keyHint('U')}
          onClick={answers.undo}
        >
          Undo
        </Button>
      )}
    </div>
  )
}
