import { Alert, Button, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { whenWords } from '../clock-words.ts'
import { STATUS_WORDS } from '../status-words.ts'
import type { Appointment } from '../types.ts'
import type { OfficeDiary } from '../use-office-diary.ts'
import type { Steps } from './use-steps.ts'

type Face = { appointment: Appointment; timeZone: string; steps: Steps; diary: OfficeDiary }

/** Somebody else changed it while this member looked at it: how it is now, and whether the step is still meant. */
export function Overtaken({ appointment, timeZone, steps, diary }: Face) {
  const { overtaken, pending, take, leave } = steps
  if (!overtaken) return null
  const { status, startsAt, staffIds } = appointment
  const now = [STATUS_WORDS[status], startsAt && whenWords(startsAt, timeZone), staffIds.map(diary.nameOf).join(', ')]
  return (
    <Alert color="yellow" role="alert" icon={<IconAlertTriangle size={18} />} title="Somebody changed this meanwhile">
      Now: {now.filter(Boolean).join(', ')}.
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" variant="default" onClick={leave}>
          Leave theirs
        </Button>
        <Button size="compact-sm" loading={pending} onClick={() => take(overtaken)}>
          {overtaken.kind === 'cancel' ? 'Cancel it all the same' : `“${STATUS_WORDS[overtaken.status]}” all the same`}
        </Button>
      </Group>
    </Alert>
  )
}
