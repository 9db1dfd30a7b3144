import type { Appointment, Status } from './types.ts'

export const STATUS_WORDS: Record<Status, string> = {
  requested: 'Asked for',
  confirmed: 'Agreed',
  arrived: 'Arrived',
  done: 'Done',
  no_show: 'Did not come',
  cancelled: 'Cancelled',
}

const CANCELLED_BY = {
  customer: 'by the customer',
  office: 'by the office',
  nobody: 'because nobody answered',
} as const

/** Who called it off, how late, and why. */
export function cancelWords({ cancelledBy, isLateCancel, cancelReason }: Appointment): string {
  const by = cancelledBy ? `Cancelled ${CANCELLED_BY[cancelledBy]}` : 'Cancelled'
  const late = isLateCancel ? ', too late' : ''
  return cancelReason ? `${by}${late}: ${cancelReason}` : `${by}${late}.`
}

/** Who it is for, in the fewest words. */
export const whoseName = ({ contactName, guest, title }: Pick<Appointment, 'contactName' | 'guest' | 'title'>) =>
  contactName ?? guest?.name ?? title

/** What has taken place, or was called off, stays where it is. */
export const mayMove = ({ status, deskVersion }: Pick<Appointment, 'status' | 'deskVersion'>) =>
  deskVersion > 0 && status !== 'cancelled' && status !== 'done' && status !== 'no_show'
