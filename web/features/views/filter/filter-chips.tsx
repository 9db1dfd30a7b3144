import { SegmentedControl } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { Column } from '../../../../worker/features/views/rules/columns.ts'
import type { Condition, Filter } from '../../../../worker/features/views/rules/view.ts'
import classes from '../table/table.module.css'
import { conditionWords } from './condition-words.ts'
import { without } from './draft.ts'
import { useNames } from './use-choices.ts'

type Props = { columns: readonly Column[]; filter: Filter; onChange: (filter: Filter) => void }

/** What the list is narrowed by: one chip a condition, each removed by a click; several groups say how they are joined. */
export function FilterChips({ columns, filter, onChange }: Props) {
  const { match, groups } = filter
  const chips = (conditions: readonly Condition[]) =>
    conditions.map((condition) => (
      <Chip
        key={JSON.stringify(condition)}
        columns={columns}
        condition={condition}
        onRemove={() => onChange(without(filter, condition))}
      />
    ))
  const [only, ...others] = groups
  if (!only) return null
  if (others.length === 0)
    return (
      <>
        {chips(only.conditions)}
        {only.conditions.length > 1 && <Joined match={only.match} onChange={(next) => onChange(flat(only, next))} />}
      </>
    )
  return groups.map((group, at) => (
    <span key={JSON.stringify(group)} className={classes.chips}>
      {at > 0 && <span className={classes.joined}>{match === 'all' ? 'and' : 'or'}</span>}
      {group.conditions.length > 1 && (
        <span className={classes.joined}>{group.match === 'all' ? 'all of' : 'any of'}</span>
      )}
      {chips(group.conditions)}
    </span>
  ))
}

const flat = ({ conditions }: Filter['groups'][number], match: Filter['match']): Filter => ({
  match,
  groups: [{ match, conditions }],
})

function Chip({ columns, condition, onRemove }: Omit<Props, 'filter' | 'onChange'> & ChipProps) {
  const words = conditionWords(condition, columns, useNames())
  return (
    <span className={classes.chip}>
      {words}
      <button type="button" aria-label={`Remove the condition ${words}`} onClick={onRemove}>
        <IconX size={12} />
      </button>
    </span>
  )
}
type ChipProps = { condition: Condition; onRemove: () => void }

function Joined({ match, onChange }: { match: Filter['match']; onChange: (match: Filter['match']) => void }) {
  return (
    <SegmentedControl
      size="xs"
      aria-label="How conditions are joined"
      data={[
        { value: 'all', label: 'All of them' },
        { value: 'any', label: 'Any of them' },
      ]}
      value={match}
      onChange={(next) => onChange(next === 'any' ? 'any' : 'all')}
    />
  )
}
