import { MultiSelect, NativeSelect, TextInput } from '@mantine/core'
import { type Column, needsValue, OPERATORS_OF } from '../../../../worker/features/views/rules/columns.ts'
import type { Condition } from '../../../../worker/features/views/rules/view.ts'
import { OPERATOR_WORDS } from './condition-words.ts'
import { useChoices } from './use-choices.ts'

type Props = {
  columns: readonly Column[]
  condition: Condition
  onChange: (condition: Condition) => void
  /** Which of several conditions these fields are of; nothing where there is one. */
  of?: string
}

/** The condition that a new one begins as: the first column, compared in its first way. */
export const firstCondition = ([column]: readonly Column[]): Condition => ({
  column: column?.id ?? '',
  operator: (column && OPERATORS_OF[column.kind][0]) ?? 'contains',
  values: [],
})

/** The fields of one condition: a column, how it is compared, and with what. */
export function ConditionFields({ columns, condition, onChange, of = '' }: Props) {
  const column = columns.find(({ id }) => id === condition.column)
  const operators = column ? OPERATORS_OF[column.kind] : []
  const choose = (id: string) => {
    const next = columns.filter((each) => each.id === id)
    if (next.length > 0) onChange(firstCondition(next))
  }
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={`Column${of}`}
        data={columns.map(({ id, label }) => ({ value: id, label }))}
        value={condition.column}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        aria-label={`Compared${of}`}
        data={operators.map((operator) => ({ value: operator, label: OPERATOR_WORDS[operator] }))}
        value={condition.operator}
        onChange={(event) => {
          const operator = operators.find((each) => each === event.currentTarget.value)
          if (operator) onChange({ ...condition, operator })
        }}
      />
      {column && needsValue(condition.operator) && (
        <ValueField
          label={`Value${of}`}
          column={column}
          condition={condition}
          onValues={(values) => onChange({ ...condition, values })}
        />
      )}
    </>
  )
}

type ValueProps = { label: string; column: Column; condition: Condition; onValues: (values: string[]) => void }

function ValueField({ label, column, condition: { operator, values }, onValues }: ValueProps) {
  const choices = useChoices(column)
  if (column.kind === 'tags')
    return (
      <MultiSelect
        size="xs"
        aria-label={label}
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
        aria-label={label}
        data={[{ value: '', label: 'Choose …' }, ...choices]}
        value={values[0] ?? ''}
        onChange={(event) => onValues([event.currentTarget.value])}
      />
    )
  const countsDays = operator === 'in_last_days' || operator === 'in_next_days'
  const isDay = column.kind === 'date' || column.kind === 'instant'
  const isNumber = column.kind === 'number' || column.kind === 'money'
  return (
    <TextInput
      size="xs"
      aria-label={label}
      placeholder={countsDays ? 'How many days' : isNumber ? 'A number' : ''}
      type={countsDays ? 'number' : isDay ? 'date' : 'text'}
      inputMode={isNumber ? 'decimal' : undefined}
      value={values[0] ?? ''}
      onChange={(event) => onValues([event.currentTarget.value])}
    />
  )
}
