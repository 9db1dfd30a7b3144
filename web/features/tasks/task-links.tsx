import { ActionIcon, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { useWords } from '../office/use-words.ts'
import type { Link, Values } from './task-form.ts'
import classes from './task-panel.module.css'
import type { TaskWhole } from './use-tasks.ts'

const KINDS = [
  { list: 'contacts', record: 'contact', label: 'Contact' },
  { list: 'companies', record: 'company', label: 'Company' },
  { list: 'deals', record: 'deal', label: 'Deal' },
  { list: 'conversations', record: 'conversation', label: 'Conversation' },
] as const
const MOST_OF_EACH = 4
const LABELS: Record<Link['record'], string> = {
  ...{ contact: 'Contact', company: 'Company', deal: 'Deal', conversation: 'Conversation', task: 'Task' },
}

/** What the task is about: its contact, and whatever else it is linked to. */
export function TaskLinks({ task, form }: { task: TaskWhole; form: UseFormReturnType<Values> }) {
  const { links, contactId } = form.values
  const setLinks = (next: Link[]) => form.setFieldValue('links', next)
  const add = (link: Link) => {
    if (!links.some(({ recordId }) => recordId === link.recordId)) setLinks([...links, link])
  }
  return (
    <div>
      <div className={classes.label}>About</div>
      {contactId && contactId === task.contactId && (
        <Chip
          link={{ record: 'contact', recordId: contactId, name: task.contactName ?? '' }}
          onRemove={() => form.setFieldValue('contactId', null)}
        />
      )}
      {links.map((link) => (
        <Chip
          key={link.recordId}
          link={link}
          onRemove={() => setLinks(links.filter(({ recordId }) => recordId !== link.recordId))}
        />
      ))}
      <LinkSearch onChoose={add} />
    </div>
  )
}

function Chip({ link: { record, name }, onRemove }: { link: Link; onRemove: () => void }) {
  const words = useWords()
  return (
    <span className={classes.chip}>
      <small>{record === 'contact' ? words.one : LABELS[record]}</small> {name}
      <ActionIcon size={20} aria-label={`No longer about ${name}`} onClick={onRemove}>
        <IconX size={13} />
      </ActionIcon>
    </span>
  )
}

function LinkSearch({ onChoose }: { onChoose: (link: Link) => void }) {
  const words = useWords()
  const [text, setText] = useState('')
  const asked = text.trim().length > 1
  const { data } = useQuery(trpc.search.find.queryOptions({ text }, { enabled: asked }))
  const found = asked
    ? KINDS.flatMap(({ list, record, label }) =>
        (data?.[list] ?? []).slice(0, MOST_OF_EACH).map(({ id, title }) => ({
          ...{ record, recordId: id, name: title },
          label: record === 'contact' ? words.one : label,
        })),
      )
    : []
  return (
    <>
      <TextInput
        placeholder={`Find ${words.aOne}, a company, a deal or a conversation`}
        aria-label="Link to"
        maxLength={100}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      {found.map(({ label, ...link }) => (
        <button
          key={link.recordId}
          type="button"
          className={classes.found}
          onClick={() => {
            onChoose(link)
            setText('')
          }}
        >
          <small>{label}</small> {link.name}
        </button>
      ))}
    </>
  )
}
