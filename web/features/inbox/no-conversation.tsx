import { IconMailOpened } from '@tabler/icons-react'
import { Empty } from '../../ui/empty.tsx'
import classes from './conversation.module.css'

/** The right side while nothing is open. */
export function NoConversation() {
  return (
    <div className={classes.nothing}>
      <Empty icon={<IconMailOpened size={20} />} title="No conversation is open">
        Choose one at the left, or press <kbd>j</kbd> to open the next.
      </Empty>
    </div>
  )
}
