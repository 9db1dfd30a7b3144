import { ActionIcon, Checkbox, Group, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import type { Item } from './task-form.ts'
import classes from './task-panel.module.css'

const ITEM_LENGTH = 200
const MOST_ITEMS = 50

/** The lines of a task, each ticked off by itself; Enter adds one and stays in the field for the next. */
export function Checklist({ items, onChange }: { items: Item[]; onChange: (items: Item[]) => void }) {
  const [text, setText] = useState('')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    // The form must not be sent off while its list is being written.
    event.preventDefault()
    if (!text.trim() || items.length >= MOST_ITEMS) return
    onChange([...items, { id: crypto.randomUUID(), text: text.trim(), isDone: false }])
    setText('')
  }
  const changed = (id: string, isDone: boolean) =>
    onChange(items.map((item) => (item.id === id ? { ...item, isDone } : item)))
  return (
    <div>
      <div className={classes.label}>Checklist</div>
      {items.map(({ id, text: line, isDone }) => (
        <Group key={id} wrap="nowrap" gap="xs" className={classes.line ?? ''}>
          <Checkbox
            className={classes.words ?? ''}
            label={line}
            checked={isDone}
            onChange={(event) => changed(id, event.currentTarget.checked)}
          />
          <ActionIcon aria-label={`Remove ${line}`} onClick={() => onChange(items.filter((item) => item.id !== id))}>
            <IconX size={15} />
          </ActionIcon>
        </Group>
      ))}
      <TextInput
        placeholder="Add a line"
        aria-label="New line of the checklist"
        maxLength={ITEM_LENGTH}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
