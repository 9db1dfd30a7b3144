import { ActionIcon, Switch } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import classes from '../office/settings/settings.module.css'
import { nameOf, WAY_WORDS, whenWords } from './step-words.ts'
import type { StepShown } from './types.ts'
import { useMessageSteps } from './use-message-steps.ts'

type Face = { step: StepShown; own: number; onEdit: () => void }

/** One message: when it goes out and by which way, with its switch. */
export function StepRow({ step, own, onEdit }: Face) {
  const { save } = useMessageSteps()
  const { event: _event, ...fields } = step
  // It stands at once as it was asked for: the server's word follows.
  const [asked, setAsked] = useState<boolean | null>(null)
  const put = (isOn: boolean) => {
    setAsked(isOn)
    save.mutate({ ...fields, isOn }, { onSettled: () => setAsked(null) })
  }
  const name = nameOf(step)
  const when = whenWords(step)
  const label = step.event === 'reminder' ? `${name}, ${when}` : name
  return (
    <li className={classes.row}>
      <Switch
        aria-label={`Send: ${label}`}
        checked={asked ?? step.isOn}
        onChange={(event) => put(event.currentTarget.checked)}
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
