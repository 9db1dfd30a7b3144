import { Button } from '@mantine/core'
import { IconBriefcase2, IconCalendarPlus, IconCheck, IconMail, IconUserQuestion } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import { longWhen, shortWhen } from '../../ui/dates.ts'
import { inMoney } from '../../ui/money.ts'
import { useNow } from '../../ui/use-now.ts'
import { useOffice } from '../office/use-office.ts'
import classes from './unattended.module.css'
import { type Row, useFixes } from './use-fixes.ts'

const TOMORROW = 1
const WEEK = 7
const PICTURES = { conversation: IconMail, enquiry: IconUserQuestion, deal: IconBriefcase2 } as const
const KINDS = { conversation: 'Conversation', enquiry: 'Enquiry', deal: 'Deal' } as const

/** One record that nobody is on, with what settles it. */
export function UnattendedRow({ row }: { row: Row }) {
  const { office, mayChange } = useOffice()
  const now = useNow()
  const { followUpIn, finish } = useFixes()
  const Picture = PICTURES[row.kind]
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'f') followUpIn(row, TOMORROW)
    if (event.key === 'w') followUpIn(row, WEEK)
    if (event.key === 'e') finish(row)
  }
  const amount = row.amountMinor !== null && row.currency ? `, ${inMoney(row.amountMinor, row.currency)}` : ''
  return (
    <li className={classes.row} onKeyDown={onKeyDown}>
      <Picture size={18} aria-hidden className={classes.picture ?? ''} />
      <div className={classes.words}>
        <RowLink row={row} />
        <div className={classes.detail}>
          {KINDS[row.kind]}
          {row.contactName && ` with ${row.contactName}`}
          {amount} ·{' '}
          <time dateTime={row.since} title={longWhen(row.since, office.timeZone)}>
            quiet since {shortWhen(row.since, now, office.timeZone)}
          </time>
        </div>
      </div>
      {mayChange && (
        <div className={classes.fixes}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCalendarPlus size={15} />}
            aria-label={`Follow up tomorrow: ${row.title}`}
            onClick={() => followUpIn(row, TOMORROW)}
          >
            Follow up
          </Button>
          {row.kind !== 'deal' && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconCheck size={15} />}
              aria-label={`Done: ${row.title}`}
              onClick={() => finish(row)}
            >
              Done
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

function RowLink({ row: { id, kind, title } }: { row: Row }) {
  const face = { className: classes.title, 'data-row': true }
  if (kind !== 'deal')
    return (
      <Link {...face} to="/inbox/$conversationId" params={{ conversationId: id }}>
        {title}
      </Link>
    )
  return (
    <Link {...face} to="/deals/$dealId" params={{ dealId: id }}>
      {title}
    </Link>
  )
}
