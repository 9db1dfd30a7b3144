import { useNavigate } from '@tanstack/react-router'
import { sentenceOf } from '../../problem.ts'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Pane } from '../../ui/pane.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useNow } from '../../ui/use-now.ts'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { useOffice } from '../office/use-office.ts'
import { ConversationRow, ROW_HEIGHT } from './conversation-row.tsx'
import { neighbour } from './neighbour.ts'
import { NoMail } from './no-mail.tsx'
import { StatusTabs } from './status-tabs.tsx'
import type { Status } from './types.ts'
import { useConversations } from './use-conversations.ts'

/** The conversations of one state, live. */
export function ConversationList({ status, openId }: { status: Status; openId: string | null }) {
  const { rows, unread, error, refetch, more } = useConversations(status)
  const { office } = useOffice()
  const now = useNow()
  const navigate = useNavigate()
  const step = (by: 1 | -1) => {
    const next = neighbour(rows ?? [], openId, by)
    if (next) void navigate({ to: '/inbox/$conversationId', params: { conversationId: next.id }, search: { status } })
  }
  useShortcuts({ j: () => step(1), k: () => step(-1) })
  return (
    <Pane title="Inbox" count={unread > 0 ? unread : null} actions={<StatusTabs status={status} />}>
      {rows && rows.length > 0 && (
        <VirtualList label="Conversations" rows={rows} rowHeight={ROW_HEIGHT} inSight={openId} onEnd={more}>
          {(row) => <ConversationRow row={row} status={status} now={now} timeZone={office.timeZone} />}
        </VirtualList>
      )}
      {rows?.length === 0 && <NoMail status={status} />}
      {!rows && !error && <LoadingRows count={8} />}
      {!rows && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
    </Pane>
  )
}
