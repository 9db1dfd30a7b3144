import { ActionIcon, Button, Modal, NativeSelect } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { type Column, isComplete } from '../../../../worker/features/views/rules/columns.ts'
import type { Condition, Filter } from '../../../../worker/features/views/rules/view.ts'
import { ConditionFields, firstCondition } from './condition-fields.tsx'
import { type Draft, draftOf, filterOf, newKey } from './draft.ts'
import classes from './group-editor.module.css'

const MOST = 20
type Props = {
  opened: boolean
  onClose: () => void
  columns: readonly Column[]
  filter: Filter
  onKeep: (filter: Filter) => void
}

/** Conditions in groups: each group joins its own by all or any, and so are the groups joined. */
export function GroupEditor({ opened, onClose, ...rest }: Props) {
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      closeOnClickOutside={false}
      fullScreen={isNarrow}
      size="lg"
      title="Groups of conditions"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Groups {...rest} onClose={onClose} />
    </Modal>
  )
}

function Groups({ columns, filter, onKeep, onClose }: Omit<Props, 'opened'>) {
  const [draft, setDraft] = useState(() => draftOf(filter, firstCondition(columns)))
  const { match, groups } = draft
  const areComplete = groups.every((group) => group.conditions.every((each) => isComplete(each.condition, columns)))
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (!areComplete) return
    onKeep(filterOf(draft))
    onClose()
  }
  const replace = (key: string, next: Draft['groups'][number] | null) =>
    setDraft({ match, groups: groups.flatMap((group) => (group.key !== key ? [group] : next ? [next] : [])) })
  const addGroup = () =>
    setDraft({
      match,
      groups: [
        ...groups,
        { key: newKey(), match: 'all', conditions: [{ key: newKey(), condition: firstCondition(columns) }] },
      ],
    })
  return (
    <form onSubmit={keep} className={classes.editor} noValidate>
      {groups.length > 1 && (
        <JoinField
          label="How the groups are joined"
          all="All of these groups have to fit"
          any="One of these groups has to fit"
          match={match}
          onChange={(next) => setDraft({ match: next, groups })}
        />
      )}
      {groups.map((group, at) => (
        <div key={group.key} className={classes.part}>
          {at > 0 && <div className={classes.between}>{match === 'all' ? 'and' : 'or'}</div>}
          <Group group={group} number={at + 1} columns={columns} onChange={(next) => replace(group.key, next)} />
        </div>
      ))}
      {groups.length === 0 && <p className={classes.hint}>No conditions: the list shows everything.</p>}
      <div className={classes.foot}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          disabled={groups.length >= MOST}
          onClick={addGroup}
        >
          Add a group
        </Button>
        <span className={classes.hint} role="status">
          {areComplete ? '' : 'One condition is not complete yet.'}
        </span>
        <Button size="xs" variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button size="xs" type="submit" disabled={!areComplete}>
          Show the list
        </Button>
      </div>
    </form>
  )
}

type GroupProps = {
  group: Draft['groups'][number]
  number: number
  columns: readonly Column[]
  onChange: (group: Draft['groups'][number] | null) => void
}

function Group({ group, number, columns, onChange }: GroupProps) {
  const { key, match, conditions } = group
  const become = (next: Draft['groups'][number]['conditions']) =>
    onChange(next.length === 0 ? null : { key, match, conditions: next })
  const set = (changed: string, condition: Condition) =>
    become(conditions.map((each) => (each.key === changed ? { key: changed, condition } : each)))
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>Group {number}</legend>
      {conditions.length > 1 && (
        <JoinField
          label={`How group ${number} is joined`}
          all="All of:"
          any="Any of:"
          match={match}
          onChange={(next) => onChange({ key, match: next, conditions })}
        />
      )}
      {conditions.map(({ key: each, condition }, at) => (
        <div key={each} className={classes.row}>
          <ConditionFields
            of={`, condition ${at + 1} of group ${number}`}
            columns={columns}
            condition={condition}
            onChange={(next) => set(each, next)}
          />
          <ActionIcon
            className={classes.remove ?? ''}
            aria-label={`Remove condition ${at + 1} of group ${number}`}
            onClick={() => become(conditions.filter((other) => other.key !== each))}
          >
            <IconX size={15} />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={13} />}
        disabled={conditions.length >= MOST}
        onClick={() => become([...conditions, { key: newKey(), condition: firstCondition(columns) }])}
        aria-label={`Add a condition to group ${number}`}
      >
        Add a condition
      </Button>
    </fieldset>
  )
}

type JoinProps = {
  label: string
  all: string
  any: string
  match: Filter['match']
  onChange: (match: Filter['match']) => void
}

function JoinField({ label, all, any, match, onChange }: JoinProps) {
  return (
    <NativeSelect
      size="xs"
      className={classes.join ?? ''}
      aria-label={label}
      data={[
        { value: 'all', label: all },
        { value: 'any', label: any },
      ]}
      value={match}
      onChange={(event) => onChange(event.currentTarget.value === 'any' ? 'any' : 'all')}
    />
  )
}
