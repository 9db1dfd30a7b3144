import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Pane } from '../../ui/pane.tsx'
import { Problem } from '../../ui/problem.tsx'
import { ContactPanel } from '../contacts/contact-panel.tsx'
import { useWords } from '../office/use-words.ts'
import classes from './conversation.module.css'
import { Thread } from './thread.tsx'

/** A conversation with the person it is with beside it. */
export function ConversationView({ id }: { id: string }) {
  const words = useWords()
  const { data, error, refetch } = useQuery(trpc.inbox.conversation.queryOptions({ id }))
  if (!data && error)
    return (
      <Pane title="Conversation">
        <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />
      </Pane>
    )
  if (!data)
    return (
      <Pane title="…">
        <LoadingRows count={4} />
      </Pane>
    )
  return (
    <div className={classes.view} data-panel={data.contactId !== null}>
      <Thread conversation={data} />
      {data.contactId && (
        <aside className={classes.panel} aria-label={words.one}>
          <ContactPanel id={data.contactId} />
        </aside>
      )}
    </div>
  )
}
