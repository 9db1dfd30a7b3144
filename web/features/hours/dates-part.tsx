import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { dayInWords, dayOf } from '../../ui/dates.ts'
import { useNow } from '../../ui/use-now.ts'
import settings from '../office/settings/settings.module.css'
import { useOffice } from '../office/use-office.ts'
import classes from './hours.module.css'
import { StretchRows } from './stretch-rows.tsx'
import type { Hours } from './types.ts'
import { useHoursSteps } from './use-hours-steps.ts'
import { faultInDate, inWords, type Stretch, written } from './week-draft.ts'

type Face = { dates: Hours['dates']; whose: string | null }

/** Single dates with hours of their own, or none. */
export function DatesPart({ dates, whose }: Face) {
  const { clearDate } = useHoursSteps()
  const { isOwner } = useOffice()
  const today = useToday()
  if (!isOwner && dates.length === 0) return null
  return (
    <>
      <h3 className={settings.part}>Other hours on single days</h3>
      {dates.length > 0 && (
        <ul className={settings.rows} aria-label="Other hours on single days">
          {dates.map(({ date, windows }) => (
            <li key={date} className={settings.row}>
              <div className={settings.words}>
                {dayInWords(date, today)}
                <div className={settings.detail}>{inWords(windows)}</div>
              </div>
              {isOwner && (
                <ActionIcon
                  aria-label={`The usual hours again on ${dayInWords(date, today)}`}
                  onClick={() => clearDate.mutate({ userId: whose, date })}
                >
                  <IconTrash size={15} />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {isOwner && <DateForm whose={whose} />}
    </>
  )
}

export function useToday() {
  const { office } = useOffice()
  return dayOf(useNow(), office.timeZone)
}

function DateForm({ whose }: { whose: string | null }) {
  const [date, setDate] = useState('')
  const [stretches, setStretches] = useState<Stretch[]>([])
  const { setDate: save } = useHoursSteps(() => {
    setDate('')
    setStretches([])
  })
  const fault = faultInDate(date, stretches)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (date && fault === null) save.mutate({ userId: whose, date, windows: stretches.map(written) })
  }
  return (
    <form className={settings.inline} onSubmit={submit} aria-label="Other hours on a day">
      <TextInput type="date" label="Day" value={date} onChange={(event) => setDate(event.currentTarget.value)} />
      {date && <StretchRows name="this day" stretches={stretches} onChange={setStretches} />}
      <Button type="submit" variant="default" disabled={!date || fault !== null} loading={save.isPending}>
        {stretches.length === 0 ? 'Close this day' : 'Save this day'}
      </Button>
      {date && fault !== null && (
        <p role="alert" className={classes.fault}>
          {fault}
        </p>
      )}
    </form>
  )
}
