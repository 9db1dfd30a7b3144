import { Link } from '@tanstack/react-router'
import { inMoney } from '../../ui/money.ts'
import { useDeals } from '../deals/use-deals.ts'
import { Fact, Facts } from './facts.tsx'

/** The deals with a contact that are neither won nor lost. */
export function OpenDeals({ contactId }: { contactId: string }) {
  const { data } = useDeals(contactId)
  const openStages = new Map(data?.stages.filter(({ kind }) => kind === 'open').map(({ id, name }) => [id, name]))
  const open = (data?.deals ?? []).filter(({ stageId }) => openStages.has(stageId))
  if (open.length === 0) return null
  return (
    <Facts title="Deals">
      {open.map(({ id, title, stageId, amountMinor, currency }) => (
        <Fact key={id} end={openStages.get(stageId)}>
          <Link to="/deals/$dealId" params={{ dealId: id }}>
            {title}
          </Link>
          {amountMinor !== null && `, ${inMoney(amountMinor, currency)}`}
        </Fact>
      ))}
    </Facts>
  )
}
