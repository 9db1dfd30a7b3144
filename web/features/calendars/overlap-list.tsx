import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { trpc } from '../../api.ts'
import { messageWhen } from '../../ui/dates.ts'
import classes from '../office/settings/settings.module.css'
import { useOffice } from '../office/use-office.ts'
import own from './calendars.module.css'
import { usePeople } from './use-people.ts'

const HOUR_MS = 3_600_000
const AHEAD_MS = 90 * 24 * HOUR_MS

/** Appointments over which another calendar brought something: they stay until somebody moves them. */
export function OverlapList() {
  const { office } = useOffice()
  const { nameOf } = usePeople()
  const asked = useMemo(() => {
    const hour = Math.floor(Date.now() / HOUR_MS) * HOUR_MS
    return { from: new Date(hour).toISOString(), to: new Date(hour + AHEAD_MS).toISOString() }
  }, [])
  const { data } = useQuery(trpc.appointments.outsideBusy.queryOptions(asked))
  if (!data || data.overlaps.length === 0) return null
  return (
    <>
      <h3 className={own.heading}>Booked while busy elsewhere</h3>
      <p className={classes.lead}>Nothing was cancelled. Move what cannot stay.</p>
      <ul className={classes.rows} aria-label="Booked while busy elsewhere">
        {data.overlaps.map(({ appointmentId, userId, title, startsAt }) => (
          <li key={`${appointmentId} ${userId}`} className={classes.row}>
            <div className={classes.words}>
              <div className={classes.name}>{title}</div>
              <div className={classes.detail}>
                {messageWhen(startsAt, office.timeZone)}, {nameOf(userId)}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
