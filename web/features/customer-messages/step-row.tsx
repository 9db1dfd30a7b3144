import { ActionIcon, Switch } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import classes from '../office/settings/settings.module.css'
import { nameOf, WAY_WORDS, whenWords } from './step-words.ts'
import type { StepShown } from './types.ts'
import { useMessageSteps } from './use-message-steps.ts'

type Face = { step: StepShown; own: number; onEdit: () => void }

/** One message: when it goes out and by which way, with its switch. */
export function StepRow({ step, own, onEdit }: Face) {
  const { save } = useMessageSteps()
  const { event: _event, ...fields } = step
  const name = nameOf(step)
  const when = whenWords(step)
  const label = step.event === 'reminder' ? `${name}, ${when}` : name
  return (
    <li className={classes.row}>
      <Switch
        aria-label={`Send: ${label}`}
        // At once as it was asked for: the server's word follows.
        checked={save.isPending ? save.variables.isOn : step.isOn}
        onChange={(event) => save.mutate({ ...fields, isOn: event.currentTarget.checked })}
      />
      <div className={classes.words}>
        <div className={classes.name}>{name}</div>
        <div className={classes.detail}>
          {when}. {WAY_WORDS[step.way]}.
          {own > 0 && ` ${own === 1 ? 'One service has' : `${own} services have`} its own.`}
        </div>
      </div>
      <ActionIcon aria-label={`Change: ${label}`} onClick={onEdit}>
        <IconPencil size={15} />
      </ActionIcon>
    </li>
  )
}
