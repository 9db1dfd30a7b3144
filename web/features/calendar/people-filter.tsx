import { Button, Checkbox, Popover } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import classes from './calendar-head.module.css'
import { useCalendarSearch } from './use-calendar-search.ts'
import { useOfficeDiary } from './use-office-diary.ts'
import { useWho } from './use-who.ts'

/** Whose appointments are shown, and whether the cancelled ones are. */
export function PeopleFilter() {
  const diary = useOfficeDiary()
  const { search, change } = useCalendarSearch()
  const { isShown, isEverybody, toggle, only } = useWho(diary)
  const { staff, resources } = diary
  const shown = [...staff, ...resources].filter(({ id }) => isShown(id))
  const label = isEverybody ? 'Everybody' : shown.length === 1 ? (shown[0]?.name ?? '') : `${shown.length} shown`
  const line = ({ id, name }: { id: string; name: string }) => (
    <Checkbox key={id} size="xs" label={name} checked={isShown(id)} onChange={() => toggle(id)} />
  )
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconUsers size={15} />}
          aria-label={`Shown: ${label}`}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Whose appointments are shown">
        <div className={classes.people}>
          {staff.map(line)}
          {resources.length > 0 && <h3>Rooms and things</h3>}
          {resources.map(line)}
          <h3>Also</h3>
          <Checkbox
            size="xs"
            label="Cancelled ones"
            checked={search.cancelled === true}
            onChange={(event) => change({ cancelled: event.currentTarget.checked ? true : undefined }, true)}
          />
          {!isEverybody && (
            <Button size="compact-xs" variant="default" onClick={() => only(null)}>
              Show everybody
            </Button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
