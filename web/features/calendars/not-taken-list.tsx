import { messageWhen } from '../../ui/dates.ts'
import { useOffice } from '../office/use-office.ts'
import own from './calendars.module.css'
import type { CalendarImport } from './types.ts'

/** What of a file is not taken, one by one with why. */
export function NotTakenList({ outcome: { notTaken } }: { outcome: NonNullable<CalendarImport['outcome']> }) {
  const { office } = useOffice()
  return (
    <details>
      <summary className={own.summary}>What is left out, and why</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key. */}
      <section className={own.box} aria-label="What is left out" tabIndex={0}>
        <ul className={own.told}>
          {notTaken.map(({ title, line, why, startsAt }) => (
            <li key={`${line} ${startsAt} ${why}`}>
              <strong>{title || 'An event without a title'}</strong>
              {startsAt ? `, ${messageWhen(startsAt, office.timeZone)}` : `, line ${line}`}: {why}
            </li>
          ))}
        </ul>
      </section>
    </details>
  )
}
