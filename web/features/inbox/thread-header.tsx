import { ActionIcon } from '@mantine/core'
import { IconArrowLeft, IconUser } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { Presence } from '../../../worker/kernel/live.ts'
import { ActionIconLink } from '../../ui/links.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { useWords } from '../office/use-words.ts'
import { OthersHere } from './others-here.tsx'
import classes from './thread-header.module.css'
import { FinishButton, ThreadMenu } from './thread-menu.tsx'
import type { Conversation } from './types.ts'
import { useThreadActions } from './use-thread-actions.ts'

/** Dialogs are loaded when they are first opened. */
const ContactDrawer = lazy(async () => ({ default: (await import('../contacts/contact-drawer.tsx')).ContactDrawer }))

/** What the conversation is about, who else is in it now, and what can be done with it. */
export function ThreadHeader({ conversation, others }: { conversation: Conversation; others: readonly Presence[] }) {
  const words = useWords()
  const { subject, status, contactId } = conversation
  const { status: listed = 'open' } = useSearch({ from: '/office/inbox' })
  const { mayChange, finish, keepUnread, markSpam } = useThreadActions(conversation, listed)
  const [contactOpen, setContactOpen] = useState(false)
  const back = { to: '/inbox', search: { status: listed }, size: 36 } as const
  useTitle(subject)
  return (
    <header className={classes.header}>
      <ActionIconLink className={classes.back ?? ''} aria-label="Back to the list" {...back}>
        <IconArrowLeft size={20} />
      </ActionIconLink>
      <h1 className={classes.subject}>{subject || '(no subject)'}</h1>
      <OthersHere others={others} />
      {contactId && (
        <ActionIcon
          className={classes.panel ?? ''}
          aria-label={`Show the ${words.inOne}`}
          onClick={() => setContactOpen(true)}
        >
          <IconUser size={18} />
        </ActionIcon>
      )}
      {mayChange && <FinishButton status={status} onFinish={finish} />}
      {mayChange && <ThreadMenu status={status} onUnread={keepUnread} onSpam={markSpam} />}
      <Suspense>
        {contactId && contactOpen && <ContactDrawer id={contactId} onClose={() => setContactOpen(false)} />}
      </Suspense>
    </header>
  )
}
