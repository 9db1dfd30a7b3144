import { ActionIcon, Button, Group, Tooltip } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import classes from './hours.module.css'
import { StretchRows } from './stretch-rows.tsx'
import { copiedToWorkdays, DAY_NAMES, draftOf, faultInDay, faultInWeek, WEEK_ORDER, windowsOf } from './week-draft.ts'

type Windows = ReturnType<typeof windowsOf>
type Face = { windows: Windows; isNew: boolean; isPending: boolean; onSave: (windows: Windows) => void }

const areSame = (one: Windows, other: Windows) => JSON.stringify(one) === JSON.stringify(other)

/** The hours of a week, day by day. What is being written stays when somebody else saves others meanwhile. */
export function WeekForm({ windows, isNew, isPending, onSave }: Face) {
  const [seen, setSeen] = useState(windows)
  const [draft, setDraft] = useState(() => draftOf(windows))
  const show = () => {
    setSeen(windows)
    setDraft(draftOf(windows))
  }
  const written = windowsOf(draft)
  const isWritten = !areSame(written, windowsOf(draftOf(seen)))
  const isOvertaken = !areSame(windows, seen) && !areSame(windows, written)
  if (!areSame(windows, seen) && !(isWritten && isOvertaken)) show()
  const fault = faultInWeek(draft)
  const isOfOneDay = WEEK_ORDER.some((day) => faultInDay(draft, day) !== null)
  return (
    <form
      aria-label="Weekly hours"
      onSubmit={(event) => {
        event.preventDefault()
        if (fault === null) onSave(written)
      }}
    >
      <ul className={classes.week}>
        {WEEK_ORDER.map((day) => (
          <DayRow
            key={day}
            name={DAY_NAMES[day] ?? ''}
            fault={faultInDay(draft, day)}
            stretches={draft[day] ?? []}
            onChange={(stretches) => setDraft(draft.with(day, stretches))}
            onCopy={() => setDraft(copiedToWorkdays(draft, day))}
          />
        ))}
      </ul>
      {fault !== null && !isOfOneDay && (
        <p role="alert" className={classes.fault}>
          {fault}
        </p>
      )}
      {isWritten && isOvertaken && (
        <Group mt="sm" gap="sm" role="alert">
          <span>Somebody else changed these hours meanwhile.</span>
          <Button size="compact-sm" variant="default" onClick={show}>
            Show theirs
          </Button>
        </Group>
      )}
      <Group mt="sm">
        <Button type="submit" disabled={(!isNew && !isWritten) || fault !== null} loading={isPending}>
          Save hours
        </Button>
      </Group>
    </form>
  )
}

type DayFace = Parameters<typeof StretchRows>[0] & { fault: string | null; onCopy: () => void }

function DayRow({ name, fault, stretches, onChange, onCopy }: DayFace) {
  return (
    <li className={classes.day}>
      <span className={classes.name}>{name}</span>
      <div className={classes.rows}>
        <StretchRows {...{ name, stretches, onChange }} />
        {fault !== null && (
          <p role="alert" className={classes.fault}>
            {fault}
          </p>
        )}
      </div>
      {stretches.length > 0 && (
        <Tooltip label="The same on Monday to Friday">
          <ActionIcon aria-label={`The hours of ${name} on Monday to Friday`} onClick={onCopy}>
            <IconCopy size={15} />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  )
}
