import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react'
import classes from './message-card.module.css'
import { PerhapsSent } from './perhaps-sent.tsx'
import type { Message } from './types.ts'

/** How far a message of ours has come. */
export function SendingState({ message: { id, direction, state } }: { message: Message }) {
  if (direction === 'in') return null
  if (state === 'queued' || state === 'sending')
    return (
      <div className={classes.state}>
        <IconClock size={14} aria-hidden /> On its way
      </div>
    )
  if (state === 'sent')
    return (
      <div className={classes.state}>
        <IconCheck size={14} aria-hidden /> Sent
      </div>
    )
  if (state === 'failed')
    return (
      <div className={`${classes.state} ${classes.bad}`}>
        <IconAlertTriangle size={14} aria-hidden /> Could not be sent.
      </div>
    )
  return state === 'unknown' ? <PerhapsSent id={id} /> : null
}
