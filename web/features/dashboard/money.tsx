import { Link } from '@tanstack/react-router'
import { inMoney } from '../../ui/money.ts'
import { monthInWords } from '../deals/forecast.tsx'
import classes from './dashboard.module.css'
import { Bar, Part } from './part.tsx'
import type { Days, Figures } from './types.ts'

type Face = Pick<Figures, 'stages' | 'forecast' | 'closed'> & { days: Days }

const inDeals = (deals: number) => (deals === 1 ? '1 deal' : `${deals} deals`)

/** What the open deals are worth, what they are likely to bring and when, and what came of the others. */
export function Money({ days, stages, forecast, closed }: Face) {
  const mostInStage = Math.max(...stages.map(({ amountMinor }) => amountMinor), 1)
  const mostInMonth = Math.max(...forecast.map(({ amountMinor }) => amountMinor), 1)
  const hasSeveral = new Set(stages.map(({ pipelineId }) => pipelineId)).size > 1
  return (
    <>
      <Part title="Open deals by stage">
        {stages.length === 0 && <p className={classes.lead}>No deal is open.</p>}
        <ul className={classes.rows}>
          {stages.map(({ pipelineId, pipelineName, stageId, stageName, currency, deals, amountMinor }) => (
            <li key={`${stageId} ${currency}`}>
              <Link to="/deals" search={{ view: 'list', pipeline: pipelineId, stage: stageId }}>
                <span>
                  {hasSeveral && `${pipelineName}: `}
                  {stageName} <small>{inDeals(deals)}</small>
                </span>
                <b>{inMoney(amountMinor, currency)}</b>
                <Bar share={amountMinor / mostInStage} />
              </Link>
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Forecast by month" lead="The green part is what is likely to come of it.">
        {forecast.length === 0 && <p className={classes.lead}>Nothing to forecast.</p>}
        <ul className={classes.rows}>
          {forecast.map(({ month, currency, deals, amountMinor, likelyMinor }) => (
            <li key={`${month} ${currency}`}>
              <Link to="/deals" search={{ view: 'list', month: month ?? 'none' }}>
                <span>
                  {monthInWords(month)} <small>{inDeals(deals)}</small>
                </span>
                <b>
                  {inMoney(likelyMinor, currency)} <small>of {inMoney(amountMinor, currency)}</small>
                </b>
                <Bar share={amountMinor / mostInMonth} likely={likelyMinor / mostInMonth} />
              </Link>
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Won and lost" lead={`In ${days} days`}>
        {closed.length === 0 && <p className={classes.lead}>No deal was closed.</p>}
        <ul className={classes.rows}>
          {closed.map(({ kind, currency, deals, amountMinor }) => (
            <li key={`${kind} ${currency}`}>
              <Link to="/dashboard" search={{ days, show: kind }}>
                <span>
                  {kind === 'won' ? 'Won' : 'Lost'} <small>{inDeals(deals)}</small>
                </span>
                <b>{inMoney(amountMinor, currency)}</b>
              </Link>
            </li>
          ))}
        </ul>
      </Part>
    </>
  )
}
