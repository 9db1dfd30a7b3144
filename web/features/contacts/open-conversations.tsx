import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { shortWhen } from '../../ui/dates.ts'
import { useNow } from '../../ui/use-now.ts'
import { useOffice } from '../office/use-office.ts'
import { Fact, Facts } from './facts.tsx'

/** The conversations with a contact that are not done. */
export function OpenConversations({ contactId }: { contactId: string }) {
  const { office } = useOffice()
  const now = useNow()
  const { data } = useQuery(trpc.inbox.conversations.queryOptions({ contactId }))
  if (!data || data.rows.length === 0) return null
  return (
    <Facts title="Conversations">
      {data.rows.map(({ id, subject, lastMessageAt }) => (
        <Fact key={id} end={shortWhen(lastMessageAt, now, office.timeZone)}>
          <Link to="/inbox/$conversationId" params={{ conversationId: id }}>
            {subject || '(no subject)'}
          </Link>
        </Fact>
      ))}
    </Facts>
  )
}
