import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react'
import classes from './message-card.module.css'
import type { Message } from './types.ts'

/** How far a message of ours has come. */
export function SendingState({ message: { direction, state } }: { message: Message }) {
  if (direction === 'in') return null
  if (state === 'queued')
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
  if (state === 'failed' || state === 'unknown')
    return (
      <div className={`${classes.state} ${classes.bad}`}>
        <IconAlertTriangle size={14} aria-hidden />
        {state === 'failed' ? 'Could not be sent.' : 'Nobody knows whether it arrived. Ask before you send it again.'}
      </div>
    )
  return null
}
