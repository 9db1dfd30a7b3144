import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type Column, isComplete } from '../../../../worker/features/views/rules/columns.ts'
import type { Condition } from '../../../../worker/features/views/rules/view.ts'
import classes from '../table/table.module.css'
import { ConditionFields, firstCondition } from './condition-fields.tsx'

type Props = { columns: readonly Column[]; onAdd: (condition: Condition) => void; onGroups: () => void }

/** One more condition; whoever needs more than one list of them goes on to the groups. */
export function FilterForm({ columns, onAdd, onGroups }: Props) {
  const [condition, setCondition] = useState<Condition>(() => firstCondition(columns))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isComplete(condition, columns)) onAdd(condition)
  }
  return (
    <form onSubmit={submit} className={classes.condition}>
      <ConditionFields columns={columns} condition={condition} onChange={setCondition} />
      <Button size="xs" type="submit" disabled={!isComplete(condition, columns)}>
        Add condition
      </Button>
      <Button size="xs" variant="subtle" onClick={onGroups}>
        Groups of conditions …
      </Button>
    </form>
  )
}
