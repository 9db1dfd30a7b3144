import { Button, Group, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import classes from '../office/settings/settings.module.css'
import { clockOfMinute, minuteOfClock } from './minutes.ts'
import type { MessageSettings } from './types.ts'
import { useMessageSteps } from './use-message-steps.ts'

/** When no reminder disturbs anybody, and where customers come. */
export function QuietForm({ settings }: { settings: MessageSettings }) {
  const { saveSettings } = useMessageSteps()
  const form = useForm({
    initialValues: {
      from: clockOfMinute(settings.quietFromMinute),
      until: clockOfMinute(settings.quietUntilMinute),
      place: settings.place,
    },
    validate: {
      from: (clock) => (minuteOfClock(clock) === null ? 'Please say from when.' : null),
      until: (clock) => (minuteOfClock(clock) === null ? 'Please say until when.' : null),
    },
  })
  const submit = form.onSubmit(({ from, until, place }) =>
    saveSettings.mutate({
      ...{ version: settings.version, place },
      ...{ quietFromMinute: minuteOfClock(from) ?? 0, quietUntilMinute: minuteOfClock(until) ?? 0 },
    }),
  )
  return (
    <form onSubmit={submit} noValidate className={classes.form} aria-label="Quiet hours and place">
      <div>
        <span className={classes.label}>Quiet hours</span>
        <p className={classes.detail}>
          Reminders keep out of them, by the clock of whoever gets them: they come afterwards while two hours are left,
          else before. The same time twice: there are none.
        </p>
        <Group gap="sm" align="flex-start">
          <TextInput type="time" label="From" w={130} {...form.getInputProps('from')} />
          <TextInput type="time" label="Until" w={130} {...form.getInputProps('until')} />
        </Group>
      </div>
      <TextInput
        label="Where customers come"
        description="Stands in the messages as {place}, and in your customers’ calendars."
        placeholder="Main Street 5, second floor"
        maxLength={200}
        {...form.getInputProps('place')}
      />
      <div>
        <Button type="submit" disabled={!form.isDirty()} loading={saveSettings.isPending}>
          Save
        </Button>
      </div>
    </form>
  )
}
