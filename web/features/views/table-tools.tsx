import { Button, Checkbox, Popover, Stack } from '@mantine/core'
import { IconColumns, IconFilter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { Column } from '../../../worker/features/views/rules/columns.ts'
import type { Condition } from '../../../worker/features/views/rules/view.ts'
import { FilterChips } from './filter/filter-chips.tsx'
import { FilterForm } from './filter/filter-form.tsx'
import { GroupEditor } from './filter/group-editor.tsx'
import classes from './table/table.module.css'
import type { ViewState } from './use-view.ts'
import { ViewMenu } from './view-menu.tsx'

/** What the list shows: the saved view, its conditions and its columns. */
export function TableTools({ state, children }: { state: ViewState; children: ReactNode }) {
  const { view, columns, change } = state
  return (
    <div className={classes.tools}>
      <ViewMenu state={state} />
      <FilterChips columns={columns} filter={view.filter} onChange={(filter) => change({ filter })} />
      <FilterButton state={state} />
      <span className={classes.end} />
      {children}
      <ColumnsMenu columns={columns} shown={view.columns} onChange={(next) => change({ columns: next })} />
    </div>
  )
}

/** Where there are several groups, a condition alone would not say to which it belongs: the button opens all of them. */
function FilterButton({ state: { view, columns, change } }: { state: ViewState }) {
  const [opened, setOpened] = useState<'one' | 'groups' | null>(null)
  const { match, groups } = view.filter
  const add = (condition: Condition) => {
    const conditions = groups.flatMap((group) => group.conditions)
    const isThere = conditions.some((each) => JSON.stringify(each) === JSON.stringify(condition))
    if (!isThere) change({ filter: { match, groups: [{ match, conditions: [...conditions, condition] }] } })
    setOpened(null)
  }
  const open = () => setOpened(opened === 'one' ? null : groups.length > 1 ? 'groups' : 'one')
  return (
    <>
      <Popover
        opened={opened === 'one'}
        onChange={(isOpen) => setOpened((now) => (isOpen ? 'one' : now === 'one' ? null : now))}
        width={320}
        position="bottom-start"
        trapFocus
      >
        <Popover.Target>
          <Button size="compact-sm" variant="subtle" leftSection={<IconFilter size={14} />} onClick={open}>
            Filter
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <FilterForm columns={columns} onAdd={add} onGroups={() => setOpened('groups')} />
        </Popover.Dropdown>
      </Popover>
      <GroupEditor
        opened={opened === 'groups'}
        onClose={() => setOpened(null)}
        columns={columns}
        filter={view.filter}
        onKeep={(filter) => change({ filter })}
      />
    </>
  )
}

type ColumnsProps = { columns: readonly Column[]; shown: readonly string[]; onChange: (shown: string[]) => void }

function ColumnsMenu({ columns, shown, onChange }: ColumnsProps) {
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle" visibleFrom="sm" leftSection={<IconColumns size={14} />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group value={[...shown]} onChange={onChange}>
          <Stack gap={8}>
            {columns.slice(1).map(({ id, label }) => (
              <Checkbox key={id} size="xs" value={id} label={label} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  )
}
