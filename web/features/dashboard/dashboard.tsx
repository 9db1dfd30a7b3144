import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Pane, PaneBody } from '../../ui/pane.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useTitle } from '../../ui/use-title.ts'
import views from '../deals/deals.module.css'
import { Counted } from './counted.tsx'
import classes from './dashboard.module.css'
import { Mails } from './mails.tsx'
import { Money } from './money.tsx'
import { Waiting } from './waiting.tsx'

const RANGES = [7, 30, 90] as const

/** How the office stands. Every bar and every number leads to what it counts. */
export function Dashboard() {
  useTitle('Dashboard')
  const { days = 30, show } = useSearch({ from: '/office/dashboard' })
  const { data, error, refetch } = useQuery(trpc.dashboard.read.queryOptions({ days }))
  const ranges = (
    <nav className={views.views} aria-label="How far back">
      {RANGES.map((range) => (
        <Link key={range} to="/dashboard" search={{ days: range }} aria-current={range === days && 'page'}>
          {range} days
        </Link>
      ))}
    </nav>
  )
  return (
    <Pane title="Dashboard" actions={ranges}>
      <PaneBody>
        {!data && !error && <LoadingRows round={false} />}
        {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
        {data && (
          <div className={classes.page}>
            <Waiting tasks={data.tasks} unattended={data.unattended} />
            <Mails days={days} enquiries={data.enquiries} answers={data.answers} />
            <Money days={days} stages={data.stages} forecast={data.forecast} closed={data.closed} />
          </div>
        )}
      </PaneBody>
      {show && <Counted />}
    </Pane>
  )
}
