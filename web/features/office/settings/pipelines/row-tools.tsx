import { ActionIcon, Group } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react'

type Face = {
  name: string
  isFirst: boolean
  isLast: boolean
  onEdit: () => void
  onMove: (direction: 'up' | 'down') => void
  onRemove: () => void
}

/** The buttons at the end of a row: its place, its words, and its end. */
export function RowTools({ name, isFirst, isLast, onEdit, onMove, onRemove }: Face) {
  return (
    <Group gap={2} wrap="nowrap">
      <ActionIcon aria-label={`Move ${name} up`} disabled={isFirst} onClick={() => onMove('up')}>
        <IconArrowUp size={15} />
      </ActionIcon>
      <ActionIcon aria-label={`Move ${name} down`} disabled={isLast} onClick={() => onMove('down')}>
        <IconArrowDown size={15} />
      </ActionIcon>
      <ActionIcon aria-label={`Change ${name}`} onClick={onEdit}>
        <IconPencil size={15} />
      </ActionIcon>
      <ActionIcon aria-label={`Remove ${name}`} onClick={onRemove}>
        <IconTrash size={15} />
      </ActionIcon>
    </Group>
  )
}
