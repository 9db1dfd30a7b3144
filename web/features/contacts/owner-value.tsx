import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { Editable } from '../../ui/editable.tsx'
import type { Save } from '../fields/use-change.ts'
import { useOffice } from '../office/use-office.ts'

type Face = { label: string; ownerId: string | null; bare?: boolean; save: Save }

/** The member who looks after a contact, chosen in its place. */
export function OwnerValue({ label, ownerId, bare = false, save }: Face) {
  const { mayChange } = useOffice()
  const { data } = useQuery(trpc.office.members.queryOptions())
  const members = data?.members ?? []
  return (
    <Editable
      bare={bare}
      label={label}
      readOnly={!mayChange}
      shown={members.find(({ userId }) => userId === ownerId)?.name}
      initial={ownerId ?? ''}
      save={(typed, over) => save({ column: 'ownerId', seen: ownerId, typed }, over)}
    >
      {({ value, onChoose, error, label: name }) => (
        <Select
          size="xs"
          aria-label={name}
          autoFocus
          clearable
          defaultDropdownOpened
          error={error}
          data={members.map(({ userId, name: member }) => ({ value: userId, label: member }))}
          value={value || null}
          onChange={(chosen) => onChoose(chosen ?? '')}
        />
      )}
    </Editable>
  )
}
