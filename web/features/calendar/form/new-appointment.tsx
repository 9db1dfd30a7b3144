import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../../api.ts'
import { LoadingRows } from '../../../ui/loading-rows.tsx'
import { useCalendarSearch } from '../use-calendar-search.ts'
import { AppointmentForm } from './appointment-form.tsx'
import type { Start } from './start.ts'

type Face = { start: Start; on: string; timeZone: string; onClose: () => void }

/** The form for a new appointment; of a wish, with all that was asked for. */
export function NewAppointment({ start, on, timeZone, onClose }: Face) {
  const { isPhone } = useCalendarSearch()
  const { wishId } = start
  const wish = useQuery(
    trpc.appointments.byId.queryOptions({ id: wishId ?? '' }, { enabled: Boolean(wishId), gcTime: 0 }),
  )
  const { data: services } = useQuery(trpc.services.list.queryOptions())
  const isReady = services !== undefined && (!wishId || wish.data !== undefined || wish.error)
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      fullScreen={isPhone}
      title={wishId ? 'Find a time' : 'New appointment'}
      size="lg"
    >
      {isReady ? (
        <AppointmentForm {...{ start, on, timeZone, services }} wish={wish.data ?? null} onDone={onClose} />
      ) : (
        <LoadingRows round={false} />
      )}
    </Modal>
  )
}
