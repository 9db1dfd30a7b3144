import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { Fact } from './facts.tsx'

/** How often somebody came, did not come, and called it off. Nothing while there is nothing to tell. */
export function AppointmentCounts({ contactId }: { contactId: string }) {
  const { data } = useQuery(trpc.appointments.counts.queryOptions({ contactId }))
  if (!data) return null
  const { coming, done, missed, cancelled, cancelledLate } = data
  const late = cancelledLate > 0 ? ` (${cancelledLate} late)` : ''
  const words = [
    coming > 0 && `${coming} coming`,
    done > 0 && `${done} done`,
    missed > 0 && `${missed} missed`,
    cancelled > 0 && `${cancelled} cancelled${late}`,
  ].filter(Boolean)
  return words.length > 0 && <Fact>{words.join(' · ')}</Fact>
}
