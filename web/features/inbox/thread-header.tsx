import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconCheck, IconDots, IconInbox, IconMail, IconShieldX, IconUser } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { Presence } from '../../../worker/kernel/live.ts'
import { ActionIconLink } from '../../ui/links.tsx'
import { Monogram } from '../../ui/monogram.tsx'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useTitle } from '../../ui/use-title.ts'
import { useOffice } from '../office/use-office.ts'
import classes from './thread-header.module.css'
import type { Conversation, Status } from './types.ts'
import { useConversationActions } from './use-conversation-actions.ts'
import { useNextConversation } from './use-next-conversation.ts'

/** Dialogs are loaded when they are first opened. */
const ContactDrawer = lazy(async () => ({ default: (await import('../contacts/contact-drawer.tsx')).ContactDrawer }))

/** What the conversation is about, who else is in it now, and what can be done with it. */
export function ThreadHeader({ conversation, others }: { conversation: Conversation; others: readonly Presence[] }) {
  const { subject, status, contactId } = conversation
  const { mayChange } = useOffice()
  const { setStatus, markRead } = useConversationActions(conversation)
  const { status: listed } = useSearch({ from: '/office/inbox' })
  const [contactOpen, setContactOpen] = useState(false)
  useTitle(subject)
  const goOn = useNextConversation(conversation.id, listed ?? 'open')
  const move = (to: Status) => {
    if (!mayChange) return
    setStatus(to, status)
    goOn()
  }
  const finish = () => move(status === 'open' ? 'done' : 'open')
  const keepUnread = () => mayChange && markRead(true)
  useShortcuts({ e: finish, u: keepUnread })
  return (
    <header className={classes.header}>
      <ActionIconLink
        className={classes.back ?? ''}
        to="/inbox"
        search={{ status: listed }}
        aria-label="Back to the list"
        size={36}
      >
        <IconArrowLeft size={20} />
      </ActionIconLink>
      <h1 className={classes.subject}>{subject || '(no subject)'}</h1>
      {others.map(({ userId, name, doing }) => (
        <span key={userId} className={classes.others}>
          <Monogram name={name} size={20} />
          <span className={classes.word}>{doing === 'answering' ? `${name} is answering` : `${name} is here`}</span>
        </span>
      ))}
      {contactId && (
        <ActionIcon className={classes.panel ?? ''} aria-label="Show the contact" onClick={() => setContactOpen(true)}>
          <IconUser size={18} />
        </ActionIcon>
      )}
      {mayChange && (
        <Tooltip label={status === 'open' ? 'Done (e)' : 'Open again (e)'}>
          <Button
            size="xs"
            variant="default"
            leftSection={status === 'open' ? <IconCheck size={15} /> : <IconInbox size={15} />}
            onClick={finish}
          >
            {status === 'open' ? 'Done' : 'Open again'}
          </Button>
        </Tooltip>
      )}
      {mayChange && <MoreActions status={status} onUnread={keepUnread} onSpam={() => move('spam')} />}
      <Suspense>
        {contactId && contactOpen && <ContactDrawer id={contactId} onClose={() => setContactOpen(false)} />}
      </Suspense>
    </header>
  )
}

type MoreFace = { status: Conversation['status']; onUnread: () => void; onSpam: () => void }

function MoreActions({ status, onUnread, onSpam }: MoreFace) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label="More">
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconMail size={16} />} rightSection={<kbd>u</kbd>} onClick={onUnread}>
          Mark as unread
        </Menu.Item>
        {status !== 'spam' && (
          <Menu.Item leftSection={<IconShieldX size={16} />} onClick={onSpam}>
            Move to spam
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
