import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import classes from './hours.module.css'
import { StretchRows } from './stretch-rows.tsx'
import { copiedToWorkdays, DAY_NAMES, draftOf, faultInWeek, WEEK_ORDER, windowsOf } from './week-draft.ts'

type Windows = ReturnType<typeof windowsOf>
type Face = { windows: Windows; isNew: boolean; isPending: boolean; onSave: (windows: Windows) => void }

/** The hours of a week, day by day. */
export function WeekForm({ windows, isNew, isPending, onSave }: Face) {
  const [draft, setDraft] = useState(() => draftOf(windows))
  const isChanged = isNew || JSON.stringify(windowsOf(draft)) !== JSON.stringify(windowsOf(draftOf(windows)))
  const fault = faultInWeek(draft)
  return (
    <form
      aria-label="Weekly hours"
      onSubmit={(event) => {
        event.preventDefault()
        if (fault === null) onSave(windowsOf(draft))
      }}
    >
      <ul className={classes.week}>
        {WEEK_ORDER.map((day) => (
          <li key={day} className={classes.day}>
            <span className={classes.name}>{DAY_NAMES[day]}</span>
            <StretchRows
              name={DAY_NAMES[day] ?? ''}
              stretches={draft[day] ?? []}
              onChange={(stretches) => setDraft(draft.with(day, stretches))}
            />
            {day === 1 && (
              <Button size="compact-sm" variant="subtle" onClick={() => setDraft(copiedToWorkdays(draft, day))}>
                Copy to Tuesday – Friday
              </Button>
            )}
          </li>
        ))}
      </ul>
      {fault !== null && (
        <p role="alert" className={classes.fault}>
          {fault}
        </p>
      )}
      <Group mt="sm">
        <Button type="submit" disabled={!isChanged || fault !== null} loading={isPending}>
          Save hours
        </Button>
      </Group>
    </form>
  )
}
