import { Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { Monogram } from '../../ui/monogram.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useWords } from '../office/use-words.ts'
import { ContactFacts } from './contact-facts.tsx'
import classes from './contact-panel.module.css'

/** Who the conversation is with, beside it. */
export function ContactPanel({ id }: { id: string }) {
  const words = useWords()
  const { data: contact, error, refetch } = useQuery(trpc.contacts.byId.queryOptions({ id }))
  if (!contact && error) return <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />
  if (!contact)
    return (
      <Stack className={classes.panel ?? ''} aria-label="Loading" role="status">
        <Skeleton circle height={44} />
        <Skeleton height={12} width="60%" />
        <Skeleton height={12} width="80%" />
      </Stack>
    )
  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <Monogram name={contact.name} size={44} />
        <div>
          <h2 className={classes.name}>{contact.name}</h2>
          <AnchorLink to="/contacts/$contactId" params={{ contactId: id }}>
            Open {words.inOne}
          </AnchorLink>
        </div>
      </div>
      <ContactFacts contact={contact} />
    </div>
  )
}
