import { Button, NativeSelect, Popover, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Column } from '../../../../worker/features/views/rules/columns.ts'
import { ValueInput } from '../../fields/value-input.tsx'
import { useChoices } from '../filter/use-choices.ts'
import { kindOf } from '../table/value-cell.tsx'

type Props<Name extends string> = {
  columns: readonly Column[]
  writtenAs: (column: Column) => Name | null
  onValue: (column: Name, typed: string) => void
}

/** One value for all that are chosen: which column, and what it becomes. */
export function ValueButton<Name extends string>({ columns, writtenAs, onValue }: Props<Name>) {
  const [opened, setOpened] = useState(false)
  const [id, setId] = useState('')
  const [typed, setTyped] = useState('')
  const changeable = columns.filter((column) => writtenAs(column) !== null)
  const column = changeable.find((each) => each.id === id)
  const name = column ? writtenAs(column) : null
  const keep = () => {
    if (name === null) return
    setOpened(false)
    onValue(name, typed)
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
          <NativeSelect
            size="xs"
            label="Column"
            data={[
              { value: '', label: 'Choose …' },
              ...changeable.map((each) => ({ value: each.id, label: each.label })),
            ]}
            value={id}
            onChange={(event) => {
              setId(event.currentTarget.value)
              setTyped('')
            }}
          />
          {column && <BulkValue key={column.id} column={column} typed={typed} onType={setTyped} />}
          <Button size="xs" disabled={name === null} onClick={keep}>
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
      <NativeSelect
        size="xs"
        label="Becomes"
        data={[{ value: '', label: 'Empty' }, ...choices]}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
      />
    )
  return (
    <ValueInput
      kind={kindOf(column)}
      options={[]}
      label="Becomes"
      value={typed}
      error={null}
      onChange={onType}
      onChoose={onType}
    />
  )
}
