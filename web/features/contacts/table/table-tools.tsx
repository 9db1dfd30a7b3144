import { Button, Checkbox, Popover, SegmentedControl, Stack } from '@mantine/core'
import { IconColumns, IconFilter, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Column } from '../../../../worker/features/views/rules/columns.ts'
import type { Condition, Filter } from '../../../../worker/features/views/rules/view.ts'
import { trpc } from '../../../api.ts'
import { conditionWords } from './condition-words.ts'
import { FilterForm } from './filter-form.tsx'
import classes from './table.module.css'
import type { ViewState } from './use-view.ts'
import { ViewMenu } from './view-menu.tsx'

/** What the list shows: the saved view, its conditions and its columns. */
export function TableTools({ state }: { state: ViewState }) {
  const { view, columns, change } = state
  const [filtering, setFiltering] = useState(false)
  const conditions = view.filter.groups.flatMap((group) => group.conditions)
  const nameOf = useNames()
  const set = (match: Filter['match'], next: Condition[]) =>
    change({ filter: { match, groups: next.length === 0 ? [] : [{ match, conditions: next }] } })
  const add = (condition: Condition) => {
    const isThere = conditions.some((each) => nameOfCondition(each) === nameOfCondition(condition))
    if (!isThere) set(view.filter.match, [...conditions, condition])
    setFiltering(false)
  }
  return (
    <div className={classes.tools}>
      <ViewMenu state={state} />
      {conditions.map((condition) => (
        <span key={nameOfCondition(condition)} className={classes.chip}>
          {conditionWords(condition, columns, nameOf)}
          <button
            type="button"
            aria-label={`Remove the condition ${conditionWords(condition, columns, nameOf)}`}
            onClick={() =>
              set(
                view.filter.match,
                conditions.filter((each) => each !== condition),
              )
            }
          >
            <IconX size={12} />
          </button>
        </span>
      ))}
      {conditions.length > 1 && (
        <SegmentedControl
          size="xs"
          aria-label="How conditions are joined"
          data={[
            { value: 'all', label: 'All of them' },
            { value: 'any', label: 'Any of them' },
          ]}
          value={view.filter.match}
          onChange={(match) => set(match === 'any' ? 'any' : 'all', conditions)}
        />
      )}
      <Popover opened={filtering} onChange={setFiltering} width={320} position="bottom-start" trapFocus>
        <Popover.Target>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconFilter size={14} />}
            onClick={() => setFiltering(!filtering)}
          >
            Filter
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <FilterForm columns={columns} onAdd={add} />
        </Popover.Dropdown>
      </Popover>
      <ColumnsMenu columns={columns} shown={view.columns} onChange={(next) => change({ columns: next })} />
    </div>
  )
}

/** Two that say the same are one. */
const nameOfCondition = (condition: Condition) => JSON.stringify(condition)

type ColumnsFace = { columns: readonly Column[]; shown: readonly string[]; onChange: (shown: string[]) => void }

function ColumnsMenu({ columns, shown, onChange }: ColumnsFace) {
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          className={classes.end ?? ''}
          size="compact-sm"
          variant="subtle"
          visibleFrom="sm"
          leftSection={<IconColumns size={14} />}
        >
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group value={[...shown]} onChange={onChange}>
          <Stack gap={8}>
            {columns
              .filter(({ id }) => id !== 'name')
              .map(({ id, label }) => (
                <Checkbox key={id} size="xs" value={id} label={label} />
              ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  )
}

/** What the values of conditions are called: tags, members and choices by name. */
function useNames() {
  const { data: tags } = useQuery(trpc.tags.list.queryOptions())
  const { data: office } = useQuery(trpc.office.members.queryOptions())
  return ({ kind, options }: Column, value: string): string => {
    if (kind === 'tags') return tags?.find(({ id }) => id === value)?.name ?? '…'
    if (kind === 'member') return office?.members.find(({ userId }) => userId === value)?.name ?? '…'
    return options.find(({ id }) => id === value)?.label ?? value
  }
}
