import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { partsIn, type TimelinePart } from '../../../worker/features/contacts/rules/timeline-parts.ts'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { dateWhen } from '../../ui/dates.ts'
import { ActionIconLink } from '../../ui/links.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Monogram } from '../../ui/monogram.tsx'
import { Pane, PaneBody } from '../../ui/pane.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { Files } from '../files/files.tsx'
import { Notes } from '../notes/notes.tsx'
import { useOffice } from '../office/use-office.ts'
import { useWords } from '../office/use-words.ts'
import { ContactTags } from '../tags/contact-tags.tsx'
import { ContactFacts } from './contact-facts.tsx'
import { ContactMenu } from './contact-menu.tsx'
import { ContactName } from './contact-name.tsx'
import classes from './contact-page.module.css'
import { Addresses } from './details/addresses.tsx'
import { ContactDetails } from './details/contact-details.tsx'
import { Household } from './details/household.tsx'
import { Timeline } from './timeline.tsx'
import type { Contact } from './types.ts'

/** Everything about one contact. */
export function ContactPage() {
  const words = useWords()
  const { contactId } = useParams({ from: '/office/contacts/$contactId' })
  const { data: contact, error, refetch } = useQuery(trpc.contacts.byId.queryOptions({ id: contactId }))
  useTitle(contact?.name ?? words.one)
  // Somebody followed an old link to a contact that was merged into another.
  if (contact && contact.id !== contactId)
    return <Navigate to="/contacts/$contactId" params={{ contactId: contact.id }} replace />
  const back = (
    <ActionIconLink to="/contacts" aria-label={`All ${words.inMany}`}>
      <IconArrowLeft size={18} />
    </ActionIconLink>
  )
  return (
    <Pane title={words.many} lead={back}>
      <PaneBody>
        {contact && <WholeContact contact={contact} />}
        {!contact && !error && <LoadingRows />}
        {!contact && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      </PaneBody>
    </Pane>
  )
}

const ORIGINS: Record<Contact['source'], string> = {
  member: 'added by hand',
  message: 'from a message',
  assistant: 'added by the assistant',
  import: 'from an import',
  booking: 'from a booking',
  workflow: 'added by a workflow',
  demo: 'from the demo',
}

function WholeContact({ contact }: { contact: Contact }) {
  const { office, mayChange } = useOffice()
  const { id, name, createdAt, source } = contact
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Monogram name={name} size={56} />
        <div>
          <ContactName contact={contact} />
          <div className={classes.since}>
            Since {dateWhen(createdAt, office.timeZone)}, {ORIGINS[source]}
          </div>
          <ContactTags contactId={id} />
        </div>
        {mayChange && (
          <div className={classes.more}>
            <ContactMenu contact={contact} />
          </div>
        )}
      </div>
      <div className={classes.timeline}>
        <Notes contactId={id} />
        <NarrowedTimeline contactId={id} />
      </div>
      <aside className={classes.facts} aria-label="At a glance">
        <Addresses contact={contact} />
        <Household contact={contact} />
        <ContactFacts contact={contact} isWhole />
        <Files record="contact" recordId={id} />
        <ContactDetails contact={contact} />
      </aside>
    </div>
  )
}

/** The parts of the timeline stand in the address, so that a reload and a link keep them. */
function NarrowedTimeline({ contactId }: { contactId: string }) {
  const { lines = '' } = useSearch({ from: '/office/contacts/$contactId' })
  const navigate = useNavigate()
  const narrow = (parts: TimelinePart[]) =>
    void navigate({
      ...{ to: '/contacts/$contactId', params: { contactId }, replace: true, resetScroll: false },
      search: { lines: parts.join(',') || undefined },
    })
  return <Timeline contactId={contactId} parts={partsIn(lines)} onNarrow={narrow} />
}
