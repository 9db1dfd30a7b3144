import { Button } from '@mantine/core'
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { dayInterval } from '../../../../worker/features/appointments/rules/calendar/day-grid.ts'
import { awayOn } from '../../../../worker/features/appointments/rules/calendar/open-times.ts'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { ActionIconLink } from '../../../ui/links.tsx'
import { LoadingRows } from '../../../ui/loading-rows.tsx'
import { Pane, PaneColumn } from '../../../ui/pane.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { useOffice } from '../../office/use-office.ts'
import { useTaskClock } from '../../tasks/use-task-clock.ts'
import { longDay } from '../clock-words.ts'
import { type OfficeDiary, useOfficeDiary } from '../use-office-diary.ts'
import classes from './day-sheet.module.css'
import { type SheetLine, SheetTable } from './sheet-table.tsx'

/** The appointments of a day on paper: for each person a list with times, names, phones and notes. */
export function DaySheet() {
  const { timeZone, today } = useTaskClock()
  const { on = today } = useSearch({ from: '/office/calendar/sheet' })
  const { office } = useOffice()
  const diary = useOfficeDiary()
  useTitle(`Day sheet, ${longDay(on)}`)
  const { startsAt, endsAt } = dayInterval(timeZone, on)
  const range = { from: new Date(startsAt).toISOString(), to: new Date(endsAt).toISOString() }
  const { data, error, refetch } = useQuery(trpc.appointments.sheet.queryOptions(range))
  const lines = data?.filter(({ status }) => status !== 'cancelled')
  const back = (
    <ActionIconLink to="/calendar" search={{ view: 'day', on }} aria-label="Back to the calendar">
      <IconArrowLeft size={18} />
    </ActionIconLink>
  )
  const print = (
    <Button size="xs" leftSection={<IconPrinter size={15} />} onClick={() => window.print()}>
      Print
    </Button>
  )
  return (
    <Pane title="Day sheet" lead={back} actions={print}>
      <PaneColumn>
        <div className={classes.sheet}>
          <h2 className={classes.day}>{longDay(on)}</h2>
          <p className={classes.office}>{office.name}</p>
          {!lines && !error && <LoadingRows round={false} />}
          {!lines && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
          {lines?.length === 0 && <p>Nothing is booked on this day.</p>}
          {lines && lines.length > 0 && <PeopleOfDay {...{ lines, diary, timeZone, on }} />}
        </div>
      </PaneColumn>
    </Pane>
  )
}

type Face = { lines: SheetLine[]; diary: OfficeDiary; timeZone: string; on: string }

function PeopleOfDay({ lines, diary, timeZone, on }: Face) {
  const known = new Set(diary.staff.map(({ id }) => id))
  const others = lines.filter(({ staffIds }) => !staffIds.some((id) => known.has(id)))
  return (
    <>
      {diary.staff.map(({ id, name }) => {
        const [away] = awayOn(diary.hours, on, [id])
        const own = lines.filter(({ staffIds }) => staffIds.includes(id))
        if (own.length === 0 && !away) return null
        const why = away && (away.title ? `Away: ${away.title}` : 'Away')
        return <SheetTable key={id} title={why ? `${name} (${why})` : name} lines={own} {...{ diary, timeZone }} />
      })}
      {others.length > 0 && <SheetTable title="Without a person" lines={others} {...{ diary, timeZone }} />}
    </>
  )
}
