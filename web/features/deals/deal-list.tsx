import { IconBriefcase2 } from '@tabler/icons-react'
import { sentenceOf } from '../../problem.ts'
import { dayOf } from '../../ui/dates.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useNow } from '../../ui/use-now.ts'
import { useOffice } from '../office/use-office.ts'
import { DealStages } from './deal-stages.tsx'
import { useDeals } from './use-deals.ts'

/** The newest deals, stage by stage, one below the other. */
export function DealList() {
  const { office } = useOffice()
  const today = dayOf(useNow(), office.timeZone)
  const { data, error, refetch } = useDeals()
  if (!data && error) return <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows round={false} />
  if (data.deals.length > 0) return <DealStages stages={data.stages} deals={data.deals} today={today} />
  return (
    <Empty icon={<IconBriefcase2 size={20} />} title="No deals yet">
      Work that may become income stands here: add it yourself, or let the assistant find it in your mail.
    </Empty>
  )
}
