import { Outlet, useParams, useSearch } from '@tanstack/react-router'
import { useTitle } from '../../ui/use-title.ts'
import { ConversationList } from './conversation-list.tsx'
import classes from './inbox.module.css'

/** The list at the left and the open conversation at the right; on a phone one of the two. */
export function Inbox() {
  const { conversationId } = useParams({ strict: false })
  const { status = 'open' } = useSearch({ from: '/office/inbox' })
  useTitle('Inbox')
  return (
    <div className={classes.inbox} data-open={conversationId !== undefined}>
      <div className={classes.list}>
        <ConversationList status={status} openId={conversationId ?? null} />
      </div>
      <div className={classes.open}>
        <Outlet />
      </div>
    </div>
  )
}
