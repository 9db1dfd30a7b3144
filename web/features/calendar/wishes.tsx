import { Button, Modal } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { dayInWords } from '../../ui/dates.ts'
import { useOffice } from '../office/use-office.ts'
import { useTaskClock } from '../tasks/use-task-clock.ts'
import classes from './calendar-head.module.css'
import { whenWords } from './clock-words.ts'
import { whoseName } from './status-words.ts'
import type { Appointment } from './types.ts'
import { useCalendarSearch } from './use-calendar-search.ts'

/** What customers asked for and nobody gave a time yet. Not there while nothing is. */
export function Wishes() {
  const { data } = useQuery(trpc.appointments.list.queryOptions({}))
  const [isOpen, setOpen] = useState(false)
  const { mayChange } = useOffice()
  const { change } = useCalendarSearch()
  const wishes = (data ?? []).filter(({ status, deskVersion }) => status === 'requested' && deskVersion === 0)
  if (wishes.length === 0) return null
  const agree = (id: string) => {
    setOpen(false)
    change({ new: true, wish: id })
  }
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconHelpCircle size={15} />} onClick={() => setOpen(true)}>
        {wishes.length} to agree
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title="Asked for, without a time">
        {wishes.map((wish) => (
          <div key={wish.id} className={classes.wish}>
            <div>
              <div>{whoseName(wish)}</div>
              <Wanted wish={wish} />
            </div>
            {mayChange && (
              <Button size="xs" onClick={() => agree(wish.id)}>
                Find a time
              </Button>
            )}
          </div>
        ))}
      </Modal>
    </>
  )
}

/** What was asked for, and when. */
function Wanted({ wish: { title, service, wantedOn, startsAt } }: { wish: Appointment }) {
  const { timeZone, today } = useTaskClock()
  const when = startsAt ? whenWords(startsAt, timeZone) : wantedOn && dayInWords(wantedOn, today)
  return <div className={classes.wanted}>{[service ?? title, when].filter(Boolean).join(', ')}</div>
}
