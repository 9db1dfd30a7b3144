import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { LoadingRows } from '../../../ui/loading-rows.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { DealPanel } from './deal-panel.tsx'

const WIDTH = 480

/** One deal over the board; on a phone it fills the screen. The board behind it stays as it was. */
export function DealDrawer() {
  const { dealId } = useParams({ from: '/office/deals/$dealId' })
  const { data: deal, error, refetch } = useQuery(trpc.deals.byId.queryOptions({ id: dealId }))
  const navigate = useNavigate({ from: '/deals/$dealId' })
  const isPhone = useMediaQuery('(max-width: 48em)')
  const close = () => void navigate({ to: '/deals', search: (before) => before })
  useTitle(deal?.title ?? 'Deal')
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={isPhone ? '100%' : WIDTH}
      title="Deal"
      closeButtonProps={{ 'aria-label': 'Close the deal' }}
    >
      {deal && <DealPanel key={deal.id} deal={deal} onGone={close} />}
      {!deal && !error && <LoadingRows round={false} />}
      {!deal && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
    </Drawer>
  )
}
