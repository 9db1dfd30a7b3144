import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../../api.ts'
import { messageWhen } from '../../../ui/dates.ts'
import { useNow } from '../../../ui/use-now.ts'
import { useOffice } from '../../office/use-office.ts'
import classes from './deal-panel.module.css'
import { lengthInWords } from './length-in-words.ts'
import type { Deal } from './types.ts'

const OTHERS = {
  assistant: 'the assistant',
  import: 'an import',
  workflow: 'a workflow',
  sender: 'the customer',
  customer: 'the customer',
  desk: 'the calendar',
} as const

/** Every stage a deal has been in: since when, for how long, and who put it there. */
export function StayList({ deal: { stays } }: { deal: Deal }) {
  const { office } = useOffice()
  const now = useNow()
  const { data } = useQuery(trpc.office.members.queryOptions())
  const nameOf = (by: Deal['stays'][number]['by']) =>
    by.kind === 'member'
      ? (data?.members.find(({ userId }) => userId === by.userId)?.name ?? 'a former member')
      : OTHERS[by.kind]
  return (
    <section className={classes.part} aria-label="Stages so far">
      <h3>Stages so far</h3>
      <ol className={classes.stays}>
        {stays.map(({ id, stageName, since, until, by }) => (
          <li key={id}>
            <span className={classes.stay}>{stageName}</span>
            <span className={classes.length}>
              {lengthInWords(Date.parse(until ?? now.toISOString()) - Date.parse(since))}
              {until === null && ' so far'}
            </span>
            <span className={classes.by}>
              {messageWhen(since, office.timeZone)}, by {nameOf(by)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
