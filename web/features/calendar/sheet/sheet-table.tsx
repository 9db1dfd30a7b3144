import { Link } from '@tanstack/react-router'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../../worker/trpc/router.ts'
import { spanWords } from '../clock-words.ts'
import { STATUS_WORDS, whoseName } from '../status-words.ts'
import type { OfficeDiary } from '../use-office-diary.ts'
import classes from './day-sheet.module.css'

export type SheetLine = inferRouterOutputs<AppRouter>['appointments']['sheet'][number]
type Face = { title: string; lines: readonly SheetLine[]; diary: OfficeDiary; timeZone: string }

/** The day of one person. */
export function SheetTable({ title, lines, diary, timeZone }: Face) {
  return (
    <section className={classes.person} aria-label={title}>
      <h3>{title}</h3>
      {lines.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">Time</th>
              <th scope="col">Who</th>
              <th scope="col">Phone</th>
              <th scope="col">What</th>
              <th scope="col">Note</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.id} line={line} diary={diary} timeZone={timeZone} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Line({ line, diary, timeZone }: { line: SheetLine; diary: OfficeDiary; timeZone: string }) {
  const { startsAt, endsAt, serviceId, title, phone, note, answers, resourceIds, status, kind } = line
  const name = whoseName(line)
  const what = kind === 'block' ? 'Blocked' : (diary.serviceOf(serviceId)?.name ?? (title === name ? '' : title))
  const said = [...answers.map(({ label, text }) => `${label}: ${text}`), note].filter(Boolean)
  return (
    <tr>
      <td className={classes.time}>{startsAt && endsAt && spanWords(startsAt, endsAt, timeZone)}</td>
      <td>
        <Link className={classes.name ?? ''} to="/calendar" search={{ open: line.id }}>
          {name}
        </Link>
        {status !== 'confirmed' && kind === 'appointment' && (
          <span className={classes.status}> ({STATUS_WORDS[status]})</span>
        )}
      </td>
      <td className={classes.time}>{phone}</td>
      <td>{[what, ...resourceIds.map(diary.nameOf)].filter(Boolean).join(', ')}</td>
      <td>{said.join('; ')}</td>
    </tr>
  )
}
