import { Drawer } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { LoadingRows } from '../../../ui/loading-rows.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { useCalendarSearch } from '../use-calendar-search.ts'
import { DetailsPanel } from './details-panel.tsx'

const WIDTH = 440

/** One appointment over the calendar; on a phone it fills the screen. */
export function Details({ id, timeZone, onClose }: { id: string; timeZone: string; onClose: () => void }) {
  const { isPhone } = useCalendarSearch()
  const { data, error, refetch } = useQuery(trpc.appointments.byId.queryOptions({ id }))
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={isPhone ? '100%' : WIDTH}
      title={data?.kind === 'block' ? 'Blocked time' : 'Appointment'}
      closeButtonProps={{ 'aria-label': 'Close the appointment' }}
    >
      {data && <DetailsPanel appointment={data} timeZone={timeZone} />}
      {!data && !error && <LoadingRows round={false} />}
      {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
    </Drawer>
  )
}
