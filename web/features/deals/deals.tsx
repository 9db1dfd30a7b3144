import { Button } from '@mantine/core'
import { IconBriefcase2, IconPlus } from '@tabler/icons-react'
import { sentenceOf } from '../../problem.ts'
import { dayOf } from '../../ui/dates.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Pane, PaneColumn } from '../../ui/pane.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useNewForm } from '../../ui/use-new-form.ts'
import { useNow } from '../../ui/use-now.ts'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useTitle } from '../../ui/use-title.ts'
import { useChange } from '../office/use-change.ts'
import { useOffice } from '../office/use-office.ts'
import { DealStages } from './deal-stages.tsx'
import { NewDeal } from './new-deal.tsx'
import { useDeals } from './use-deals.ts'

export function Deals() {
  useTitle('Deals')
  const { office, mayChange } = useOffice()
  const form = useNewForm()
  const today = dayOf(useNow(), office.timeZone)
  const { data, error, refetch } = useDeals()
  const add = useChange()(form.open)
  useShortcuts({ n: add })
  const button = mayChange && (
    <Button size="xs" leftSection={<IconPlus size={15} />} onClick={add}>
      New deal
    </Button>
  )
  return (
    <Pane title="Deals" count={data?.deals.length ?? null} actions={button}>
      <PaneColumn>
        {data && data.deals.length > 0 && <DealStages stages={data.stages} deals={data.deals} today={today} />}
        {data?.deals.length === 0 && (
          <Empty icon={<IconBriefcase2 size={20} />} title="No deals yet">
            Work that may become income stands here: add it yourself, or let the assistant find it in your mail.
          </Empty>
        )}
        {!data && !error && <LoadingRows round={false} />}
        {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      </PaneColumn>
      <NewDeal opened={form.isOpen} onClose={form.close} />
    </Pane>
  )
}
