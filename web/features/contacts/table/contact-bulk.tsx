import { Autocomplete, Button, Popover } from '@mantine/core'
import { IconTag } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Column } from '../../../../worker/features/views/rules/columns.ts'
import { FIELD_PREFIX } from '../../../../worker/kernel/columns.ts'
import { trpc } from '../../../api.ts'
import { useWords } from '../../office/use-words.ts'
import { BulkBar } from '../../views/bulk/bulk-bar.tsx'
import { useBulkSteps } from '../../views/bulk/use-bulk-steps.ts'
import type { Selection } from '../../views/table/use-selection.ts'

type Props = { selection: Selection; columns: readonly Column[] }

const writtenAs = ({ id }: Column) =>
  id === 'ownerId' ? id : id.startsWith(FIELD_PREFIX) ? `fields.${id.slice(FIELD_PREFIX.length)}` : null

/** What can be done with many contacts. */
export function ContactBulk({ selection, columns }: Props) {
  const words = useWords()
  const { which, clear } = selection
  const { mutate, isPending } = useMutation(trpc.contacts.bulk.mutationOptions(useBulkSteps(clear)))
  return (
    <BulkBar
      many={words.inMany}
      {...{ selection, columns, writtenAs }}
      pending={isPending}
      onValue={(column, typed) => mutate({ ...which, change: { kind: 'value', column, typed } })}
      onDiscard={() => mutate({ ...which, change: { kind: 'discard' } })}
    >
      <TagButton onTag={(name) => mutate({ ...which, change: { kind: 'tag', name } })} />
    </BulkBar>
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
