import { inMoney } from '../../ui/money.ts'
import { useOffice } from '../office/use-office.ts'
import { DealRow } from './deal-row.tsx'
import classes from './deals.module.css'
import { groupDeals } from './group-deals.ts'
import { type Deal, type Stage, useMoveDeal } from './use-deals.ts'

type Face = { stages: readonly Stage[]; allStages: readonly Stage[]; deals: readonly Deal[]; today: string }

/** The stages one below the other, each with its deals and what they come to. */
export function DealStages({ stages, allStages, deals, today }: Face) {
  const { mayChange } = useOffice()
  const moveDeal = useMoveDeal()
  return groupDeals(stages, deals).map(({ stage, deals: inStage, totals }) => (
    <section key={stage.id} className={classes.stage}>
      <h2 className={classes.heading}>
        {stage.name} <span className={classes.count}>{inStage.length}</span>
        <span className={classes.total}>
          {totals.map(({ minor, currency }) => inMoney(minor, currency)).join(' + ')}
        </span>
      </h2>
      {inStage.map((deal) => (
        <DealRow
          key={deal.id}
          deal={deal}
          stages={allStages.filter(({ pipelineId }) => pipelineId === stage.pipelineId)}
          today={today}
          disabled={!mayChange}
          onMove={(to) => moveDeal({ deal, to, from: stage })}
        />
      ))}
    </section>
  ))
}
