import { Button, MultiSelect, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Column, isComplete, needsValue, OPERATORS_OF } from '../../../../worker/features/views/rules/columns.ts'
import type { Condition } from '../../../../worker/features/views/rules/view.ts'
import { trpc } from '../../../api.ts'
import { OPERATOR_WORDS } from './condition-words.ts'
import classes from './table.module.css'

type Face = { columns: readonly Column[]; onAdd: (condition: Condition) => void }

/** One more condition: a column, how it is compared, and with what. */
export function FilterForm({ columns, onAdd }: Face) {
  const [condition, setCondition] = useState<Condition>({ column: 'name', operator: 'contains', values: [] })
  const column = columns.find(({ id }) => id === condition.column)
  const choose = (id: string) => {
    const next = columns.find((each) => each.id === id)
    const [operator] = next ? OPERATORS_OF[next.kind] : []
    if (next && operator) setCondition({ column: next.id, operator, values: [] })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isComplete(condition, columns)) onAdd(condition)
  }
  const operators = column ? OPERATORS_OF[column.kind] : []
  return (
    <form onSubmit={submit} className={classes.condition}>
      <NativeSelect
        size="xs"
        aria-label="Column"
        data={columns.map(({ id, label }) => ({ value: id, label }))}
        value={condition.column}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        aria-label="Compared"
        data={operators.map((operator) => ({ value: operator, label: OPERATOR_WORDS[operator] }))}
        value={condition.operator}
        onChange={(event) => {
          const operator = operators.find((each) => each === event.currentTarget.value)
          if (operator) setCondition({ ...condition, operator })
        }}
      />
      {column && needsValue(condition.operator) && (
        <ValueField
          column={column}
          condition={condition}
          onValues={(values) => setCondition({ ...condition, values })}
        />
      )}
      <Button size="xs" type="submit" disabled={!isComplete(condition, columns)}>
        Add condition
      </Button>
    </form>
  )
}

type ValueFace = { column: Column; condition: Condition; onValues: (values: string[]) => void }

function ValueField({ column, condition: { operator, values }, onValues }: ValueFace) {
  const choices = useChoices(column)
  if (column.kind === 'tags')
    return (
      <MultiSelect
        size="xs"
        aria-label="Value"
        placeholder="Tags"
        comboboxProps={{ withinPortal: false }}
        data={choices}
        value={values}
        onChange={onValues}
      />
    )
  if (choices.length > 0)
    return (
      <NativeSelect
        size="xs"
        aria-label="Value"
        data={[{ value: '', label: 'Choose …' }, ...choices]}
        value={values[0] ?? ''}
        onChange={(event) => onValues([event.currentTarget.value])}
      />
    )
  const countsDays = operator === 'in_last_days' || operator === 'in_next_days'
  const isDay = column.kind === 'date' || column.kind === 'instant'
  return (
    <TextInput
      size="xs"
      aria-label="Value"
      placeholder={countsDays ? 'How many days' : ''}
      type={countsDays ? 'number' : isDay ? 'date' : 'text'}
      value={values[0] ?? ''}
      onChange={(event) => onValues([event.currentTarget.value])}
    />
  )
}

/** What a column can be compared with, where that is a list. */
export function useChoices({ kind, options }: Column): { value: string; label: string }[] {
  const { data: tags } = useQuery(trpc.tags.list.queryOptions(undefined, { enabled: kind === 'tags' }))
  const { data: office } = useQuery(trpc.office.members.queryOptions(undefined, { enabled: kind === 'member' }))
  if (kind === 'tags') return tags?.map(({ id, name }) => ({ value: id, label: name })) ?? []
  if (kind === 'member') return office?.members.map(({ userId, name }) => ({ value: userId, label: name })) ?? []
  if (kind === 'flag')
    return [
      { value: 'yes', label: 'yes' },
      { value: 'no', label: 'no' },
    ]
  return options.map(({ id, label }) => ({ value: id, label }))
}
