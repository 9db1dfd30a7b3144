import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import classes from '../office/settings/settings.module.css'
import { useCalendarSteps } from './use-calendar-steps.ts'

const MINUTES_AN_HOUR = 60
const AFTER = [30, 60, 120, 360, 1440].map((minutes) => ({
  value: String(minutes),
  label: minutes < MINUTES_AN_HOUR ? `${minutes} minutes` : hours(minutes / MINUTES_AN_HOUR),
}))

function hours(count: number): string {
  return count === 1 ? 'an hour' : `${count} hours`
}

/** What an owner wants to happen to bookings while a calendar cannot be read. */
export function UnknownChoice() {
  const { data } = useQuery(trpc.calendars.choice.queryOptions())
  const { choose } = useCalendarSteps()
  if (!data) return null
  return (
    <div className={classes.inline}>
      <NativeSelect
        size="xs"
        label="When a calendar was not read for"
        data={AFTER}
        value={String(data.unknownAfterMinutes)}
        onChange={({ currentTarget: { value } }) => choose.mutate({ ...data, unknownAfterMinutes: Number(value) })}
      />
      <NativeSelect
        size="xs"
        label="customers’ bookings with its member"
        data={[
          { value: 'request', label: 'wait for your answer' },
          { value: 'refuse', label: 'are not offered' },
        ]}
        value={data.whenUnknown}
        onChange={({ currentTarget: { value } }) =>
          choose.mutate({ ...data, whenUnknown: value === 'refuse' ? 'refuse' : 'request' })
        }
      />
    </div>
  )
}
