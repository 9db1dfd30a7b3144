import { ActionIcon, Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { dayInWords } from '../../ui/dates.ts'
import settings from '../office/settings/settings.module.css'
import { useOffice } from '../office/use-office.ts'
import { useToday } from './dates-part.tsx'
import type { Hours } from './types.ts'
import { useHoursSteps } from './use-hours-steps.ts'

/** Holidays and other whole days on which nobody can be booked. What is booked already stays booked. */
export function TimeOffPart({ timeOff, whose }: { timeOff: Hours['timeOff']; whose: string | null }) {
  const { removeTimeOff } = useHoursSteps()
  const { isOwner } = useOffice()
  const today = useToday()
  if (!isOwner && timeOff.length === 0) return null
  return (
    <>
      <h3 className={settings.part}>{whose === null ? 'Days on which the office is closed' : 'Time off'}</h3>
      {timeOff.length > 0 && (
        <ul className={settings.rows} aria-label="Time off">
          {timeOff.map(({ id, fromOn, toOn, title }) => (
            <li key={id} className={settings.row}>
              <div className={settings.words}>
                {title || 'Time off'}
                <div className={settings.detail}>{daysInWords(fromOn, toOn, today)}</div>
              </div>
              {isOwner && (
                <ActionIcon
                  aria-label={`Remove ${title || 'time off'}, ${daysInWords(fromOn, toOn, today)}`}
                  onClick={() => removeTimeOff.mutate({ id })}
                >
                  <IconTrash size={15} />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {isOwner && <TimeOffForm whose={whose} />}
    </>
  )
}

const daysInWords = (fromOn: string, toOn: string, today: string) =>
  fromOn === toOn ? dayInWords(fromOn, today) : `${dayInWords(fromOn, today)} – ${dayInWords(toOn, today)}`

function TimeOffForm({ whose }: { whose: string | null }) {
  const form = useForm({
    initialValues: { fromOn: '', toOn: '', title: '' },
    validate: {
      fromOn: (day) => (day ? null : 'Please say from when.'),
      toOn: (day, { fromOn }) => (day && day < fromOn ? 'It ends before it begins.' : null),
    },
  })
  const { addTimeOff } = useHoursSteps(() => form.reset())
  const submit = form.onSubmit(({ fromOn, toOn, title }) =>
    addTimeOff.mutate({ userId: whose, fromOn, toOn: toOn || fromOn, title }),
  )
  return (
    <form className={settings.inline} onSubmit={submit} noValidate aria-label="New time off">
      <TextInput type="date" label="First day" {...form.getInputProps('fromOn')} />
      <TextInput type="date" label="Last day" {...form.getInputProps('toOn')} />
      <TextInput label="What for" placeholder="Summer holiday" maxLength={100} {...form.getInputProps('title')} />
      <Button type="submit" variant="default" loading={addTimeOff.isPending}>
        Add
      </Button>
    </form>
  )
}
