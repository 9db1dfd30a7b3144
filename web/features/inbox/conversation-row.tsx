import { Link } from '@tanstack/react-router'
import { shortWhen } from '../../ui/dates.ts'
import { Monogram } from '../../ui/monogram.tsx'
import { IntentBadge } from '../assistant/intent-badge.tsx'
import { WaitingBadge } from '../assistant/waiting-badge.tsx'
import classes from './conversation-row.module.css'
import type { ConversationRow as Row, Status } from './types.ts'

/** In pixels; the virtual list relies on it. */
export const ROW_HEIGHT = 104

type Face = { row: Row; status: Status; now: Date; timeZone: string }

/** A conversation in the list: who, when, about what, and what waits in it. */
export function ConversationRow({ row, status, now, timeZone }: Face) {
  const { id, contactName, lastFrom, subject, preview, lastMessageAt, unread, intent, waiting } = row
  const name = contactName ?? lastFrom
  return (
    <Link
      to="/inbox/$conversationId"
      params={{ conversationId: id }}
      search={{ status }}
      className={unread ? `${classes.row} ${classes.unread}` : classes.row}
    >
      <Monogram name={name} size={34} />
      <div>
        <div className={classes.top}>
          <span className={classes.name}>{name}</span>
          <time className={classes.when} dateTime={lastMessageAt}>
            {shortWhen(lastMessageAt, now, timeZone)}
          </time>
        </div>
        <div className={classes.subject}>{subject || '(no subject)'}</div>
        <div className={classes.preview}>{preview}</div>
        <div className={classes.signs}>
          {intent && <IntentBadge intent={intent} />}
          {waiting > 0 && <WaitingBadge count={waiting} />}
          {unread && <span className="only-read">Unread</span>}
        </div>
      </div>
    </Link>
  )
}
