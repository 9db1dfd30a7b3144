import { IconBriefcase2 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { sentenceOf } from '../../problem.ts'
import { dayOf } from '../../ui/dates.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useNow } from '../../ui/use-now.ts'
import { useOffice } from '../office/use-office.ts'
import { DealStages } from './deal-stages.tsx'
import classes from './deals.module.css'
import { useDealsIn } from './use-deals.ts'

type Face = { pipelineId: string | null; stageId: string | null; month: string | null }

/** The newest deals of a pipeline, of one stage, or those expected in a month: stage by stage, one below the other. */
export function DealList({ pipelineId, stageId, month }: Face) {
  const { office } = useOffice()
  const today = dayOf(useNow(), office.timeZone)
  const { data, error, refetch } = useDealsIn({ pipelineId, stageId, month })
  if (!data && error) return <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows round={false} />
  const isPart = stageId !== null || month !== null
  const stages = isPart ? data.stages.filter(({ id }) => data.deals.some((deal) => deal.stageId === id)) : data.stages
  if (data.deals.length > 0)
    return (
      <>
        {isPart && (
          <p className={classes.part}>
            Only{' '}
            {month === null
              ? 'one stage'
              : month === 'none'
                ? 'open deals without a date'
                : `what is expected in ${month}`}
            .{' '}
            <Link to="/deals" search={{ view: 'list', pipeline: pipelineId ?? undefined }}>
              Show all
            </Link>
          </p>
        )}
        <DealStages stages={stages} allStages={data.stages} deals={data.deals} today={today} />
      </>
    )
  return (
    <Empty icon={<IconBriefcase2 size={20} />} title="No deals yet">
      Work that may become income stands here: add it yourself, or let the assistant find it in your mail.
    </Empty>
  )
}
