import { NativeSelect } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { dayInWords } from '../../ui/dates.ts'
import { inMoney } from '../../ui/money.ts'
import { WhereFrom } from '../contacts/where-from.tsx'
import classes from './deals.module.css'
import type { Deal, Stage } from './use-deals.ts'

type Face = { deal: Deal; stages: readonly Stage[]; today: string; disabled: boolean; onMove: (stage: Stage) => void }

/** A deal with its amount, and the stage it can be moved from. */
export function DealRow({ deal, stages, today, disabled, onMove }: Face) {
  const { id, title, contactId, contactName, amountMinor, currency, expectedOn, stageId, conversationId } = deal
  const move = (to: string) => {
    const stage = stages.find((candidate) => candidate.id === to)
    if (stage) onMove(stage)
  }
  return (
    <div className={classes.row}>
      <div>
        <div className={classes.title}>
          <Link from="/deals" to="/deals/$dealId" params={{ dealId: id }} search={(before) => before}>
            {title}
          </Link>
        </div>
        <div className={classes.details}>
          <WhereFrom {...{ contactId, contactName, conversationId }} />
          {expectedOn && <span>Expected {dayInWords(expectedOn, today)}</span>}
        </div>
      </div>
      <span className={classes.amount}>{amountMinor === null ? '' : inMoney(amountMinor, currency)}</span>
      <NativeSelect
        size="xs"
        aria-label={`Stage of ${title}`}
        disabled={disabled}
        value={stageId}
        data={stages.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => move(event.currentTarget.value)}
      />
    </div>
  )
}
