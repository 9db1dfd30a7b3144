import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import settings from '../office/settings/settings.module.css'
import classes from './hours.module.css'
import { MIDNIGHT_IN_FIELD, mayPassMidnight, type Stretch, withOneMore } from './week-draft.ts'

type Face = { name: string; stretches: readonly Stretch[]; onChange: (stretches: Stretch[]) => void }

/** The stretches of one day: from, until, and whether it goes on after midnight where that could be meant. */
export function StretchRows({ name, stretches, onChange }: Face) {
  const change = (at: number, part: Partial<Stretch>) =>
    onChange(stretches.map((each, n) => (n === at ? { ...each, ...part } : each)))
  const words = stretches.length === 0 ? 'Add hours' : 'Add hours after a break'
  const more = withOneMore(stretches)
  return (
    <div className={classes.stretches}>
      {stretches.map((stretch, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has no name but its place.
        <div key={at} className={classes.stretch}>
          <TextInput
            type="time"
            className={classes.time}
            aria-label={`${name}, from (${at + 1})`}
            value={stretch.start}
            onChange={(event) => change(at, { start: event.currentTarget.value })}
          />
          <span aria-hidden>–</span>
          <TextInput
            type="time"
            className={classes.time}
            aria-label={`${name}, until (${at + 1})`}
            value={stretch.end}
            onChange={(event) => change(at, { end: event.currentTarget.value })}
          />
          <ActionIcon
            aria-label={`Take hours ${at + 1} of ${name} out`}
            onClick={() => onChange(stretches.filter((_, n) => n !== at))}
          >
            <IconTrash size={15} />
          </ActionIcon>
          {stretch.end === MIDNIGHT_IN_FIELD && <span className={settings.detail}>midnight</span>}
          {mayPassMidnight(stretch) && (
            <Checkbox
              size="xs"
              label="goes on after midnight"
              checked={stretch.overMidnight}
              onChange={(event) => change(at, { overMidnight: event.currentTarget.checked })}
            />
          )}
        </div>
      ))}
      {more && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          aria-label={`${words}: ${name}`}
          onClick={() => onChange(more)}
        >
          {words}
        </Button>
      )}
    </div>
  )
}
