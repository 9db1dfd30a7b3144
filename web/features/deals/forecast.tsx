import { IconChartBar } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { inMoney } from '../../ui/money.ts'
import { Problem } from '../../ui/problem.tsx'
import classes from './forecast.module.css'

const MONTH = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' })
export const monthInWords = (month: string | null) =>
  month === null ? 'No date' : MONTH.format(new Date(`${month}-01T00:00:00Z`))

/** What open deals are likely to bring, month by month: each amount counts by how likely its stage is won. */
export function Forecast({ pipelineId }: { pipelineId: string | null }) {
  const { data: months, error, refetch } = useQuery(trpc.deals.forecast.queryOptions({ pipelineId }))
  if (!months && error) return <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />
  if (!months) return <LoadingRows round={false} />
  if (months.length === 0)
    return (
      <Empty icon={<IconChartBar size={20} />} title="Nothing to forecast">
        Open deals with an amount stand here by the month in which they are expected.
      </Empty>
    )
  const most = Math.max(...months.map(({ amountMinor }) => amountMinor), 1)
  return (
    <table className={classes.forecast}>
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col">Deals</th>
          <th scope="col">In all</th>
          <th scope="col">Likely</th>
          <th scope="col" aria-hidden />
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, currency, deals, amountMinor, likelyMinor }) => (
          <tr key={`${month} ${currency}`}>
            <th scope="row">
              <Link to="/deals" search={{ view: 'list', pipeline: pipelineId ?? undefined, month: month ?? 'none' }}>
                {monthInWords(month)}
              </Link>
            </th>
            <td>{deals}</td>
            <td>{inMoney(amountMinor, currency)}</td>
            <td className={classes.likely}>{inMoney(likelyMinor, currency)}</td>
            <td className={classes.bars} aria-hidden>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect className={classes.all ?? ''} width={(100 * amountMinor) / most} height="10" />
                <rect className={classes.part ?? ''} width={(100 * likelyMinor) / most} height="10" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
