import { ActionIcon, Button, Kbd } from '@mantine/core'
import { IconArrowBackUp, IconArrowLeft, IconCheck, IconPencil, IconX, type TablerIcon } from '@tabler/icons-react'
import classes from './review.module.css'

type Acts = Record<'accept' | 'edit' | 'reject' | 'undo', () => void>
type Face = Choice & { mayChange: boolean; onBack: () => void }
type Choice = { answers: Acts; mayEdit: boolean; mayUndo: boolean; disabled: boolean }

/** The answers to a suggestion, each with its key; a viewer has none to give. */
export function ReviewBar({ mayChange, onBack, ...choice }: Face) {
  return (
    <div className={classes.bar}>
      <ActionIcon hiddenFrom="sm" aria-label="Back to the list" size={36} onClick={onBack}>
        <IconArrowLeft size={20} />
      </ActionIcon>
      {mayChange ? <Answers {...choice} /> : <span className={classes.onlyLooking}>Staff and owners decide.</span>}
    </div>
  )
}

function Answers({ answers, mayEdit, mayUndo, disabled }: Choice) {
  return (
    <>
      <Answer name="Accept" hint="A" icon={IconCheck} look="filled" disabled={disabled} onAnswer={answers.accept} />
      {mayEdit && (
        <Answer name="Edit" hint="E" icon={IconPencil} look="default" disabled={disabled} onAnswer={answers.edit} />
      )}
      <Answer name="Reject" hint="R" icon={IconX} look="default" disabled={disabled} onAnswer={answers.reject} />
      <span className={classes.spring} />
      {mayUndo && (
        <Answer name="Undo" hint="U" icon={IconArrowBackUp} look="subtle" disabled={false} onAnswer={answers.undo} />
      )}
    </>
  )
}

type AnswerFace = {
  name: string
  hint: string
  icon: TablerIcon
  look: 'filled' | 'default' | 'subtle'
  disabled: boolean
  onAnswer: () => void
}

function Answer({ name, hint, icon: Icon, look, disabled, onAnswer }: AnswerFace) {
  const key = (
    <span className={classes.keys} aria-hidden>
      <Kbd size="xs">{hint}</Kbd>
    </span>
  )
  return (
    <Button variant={look} leftSection={<Icon size={16} />} rightSection={key} disabled={disabled} onClick={onAnswer}>
      {name}
    </Button>
  )
}
