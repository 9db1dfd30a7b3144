import { IconSparkles } from '@tabler/icons-react'
import classes from './waiting-badge.module.css'

/** How many suggestions wait for a member. */
export function WaitingBadge({ count }: { count: number }) {
  return (
    <span className={classes.waiting}>
      <IconSparkles size={13} aria-hidden />
      {count === 1 ? '1 to review' : `${count} to review`}
    </span>
  )
}
