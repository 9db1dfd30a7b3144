import { ActionIcon, Autocomplete, Button, Popover, Select, Stack } from '@mantine/core'
import { IconTag, IconTrash, IconX } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Column, FIELD_PREFIX } from '../../../../worker/features/views/rules/columns.ts'
import { trpc } from '../../../api.ts'
import { type Kind, ValueInput } from '../../fields/value-input.tsx'
import { useWords } from '../../office/use-words.ts'
import { useSteps } from '../details/use-steps.ts'
import { useChoices } from './filter-form.tsx'
import classes from './table.module.css'
import type { Selection } from './use-selection.ts'

/** What can be done with all that are chosen; each is one step with one undo. */
export function BulkBar({ selection, columns }: { selection: Selection; columns: readonly Column[] }) {
  const words = useWords()
  const { ids, clear } = selection
  const bulk = useMutation(trpc.contacts.bulk.mutationOptions(useSteps(clear)))
  return (
    <section className={classes.bulk} aria-label={`Chosen ${words.inMany}`}>
      <b>{ids.length === 1 ? '1 chosen' : `${ids.length} chosen`}</b>
      <TagButton onTag={(name) => bulk.mutate({ ids, change: { kind: 'tag', name } })} />
      <ValueButton
        columns={columns}
        onValue={(column, typed) => bulk.mutate({ ids, change: { kind: 'value', column, typed } })}
      />
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconTrash size={14} />}
        onClick={() => bulk.mutate({ ids, change: { kind: 'discard' } })}
      >
        Delete
      </Button>
      <ActionIcon className={classes.end ?? ''} aria-label="Choose nobody" onClick={clear}>
        <IconX size={16} />
      </ActionIcon>
    </section>
  )
}

function TagButton({ onTag }: { onTag: (name: string) => void }) {
  const { data } = useQuery(trpc.tags.list.queryOptions())
  const [opened, setOpened] = useState(false)
  const [name, setName] = useState('')
  const keep = (chosen: string) => {
    setOpened(false)
    setName('')
    if (chosen.trim()) onTag(chosen)
  }
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconTag size={14} />}
          onClick={() => setOpened(!opened)}
        >
          Tag
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Autocomplete
          size="xs"
          aria-label="Tag for all chosen"
          placeholder="A tag, then Enter"
          comboboxProps={{ withinPortal: false }}
          data={data?.map((tag) => tag.name) ?? []}
          value={name}
          onChange={setName}
          onOptionSubmit={keep}
          onKeyDown={(event) => event.key === 'Enter' && keep(name)}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

const INLINE = ['text', 'number', 'date', 'choice', 'flag', 'link', 'money'] as const

function ValueButton({
  columns,
  onValue,
}: {
  columns: readonly Column[]
  onValue: (column: string, typed: string) => void
}) {
  const [opened, setOpened] = useState(false)
  const [id, setId] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const changeable = columns.filter((column) => column.id === 'ownerId' || column.id.startsWith(FIELD_PREFIX))
  const column = changeable.find((each) => each.id === id)
  const keep = () => {
    if (!column) return
    setOpened(false)
    onValue(column.id === 'ownerId' ? 'ownerId' : `fields.${column.id.slice(FIELD_PREFIX.length)}`, typed)
  }
  return (
    <Popover opened={opened} onChange={setOpened} width={260} trapFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="default" onClick={() => setOpened(!opened)}>
          Change a value
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Select
            size="xs"
            label="Column"
            comboboxProps={{ withinPortal: false }}
            data={changeable.map((each) => ({ value: each.id, label: each.label }))}
            value={id}
            onChange={(chosen) => {
              setId(chosen)
              setTyped('')
            }}
          />
          {column && <BulkValue key={column.id} column={column} typed={typed} onType={setTyped} />}
          <Button size="xs" disabled={!column} onClick={keep}>
            Change all chosen
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

function BulkValue({ column, typed, onType }: { column: Column; typed: string; onType: (typed: string) => void }) {
  const choices = useChoices(column)
  if (choices.length > 0)
    return (
      <Select
        size="xs"
        label="Becomes"
        clearable
        placeholder="Empty"
        comboboxProps={{ withinPortal: false }}
        data={choices}
        value={typed || null}
        onChange={(chosen) => onType(chosen ?? '')}
      />
    )
  const kind: Kind = INLINE.find((each) => each === column.kind) ?? 'text'
  return (
    <ValueInput
      kind={kind}
      options={[]}
      label="Becomes"
      value={typed}
      error={null}
      onChange={onType}
      onChoose={onType}
    />
  )
}
