import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import classes from './imports.module.css'
import { choiceOf, choicesFor, targetOf } from './targets.ts'
import type { Preview, Target } from './types.ts'

/** More columns than anybody reads; the others are shown on demand. */
const FIRST_COLUMNS = 40

type Face = { preview: Preview; columns: Target[]; onChange: (columns: Target[]) => void }

/** Each column of the file with what stands in it, and where that goes. */
export function MappingTable({ preview: { headings, samples, fields }, columns, onChange }: Face) {
  const [isWhole, setIsWhole] = useState(false)
  const choices = useMemo(() => choicesFor(fields), [fields])
  const shown = isWhole ? headings : headings.slice(0, FIRST_COLUMNS)
  const left = columns.filter(({ to }) => to === 'nothing').length
  const set = (at: number, target: Target) => onChange(columns.map((each, n) => (n === at ? target : each)))
  return (
    <>
      <table className={classes.table} aria-label="Columns of the file">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">For example</th>
            <th scope="col">Becomes</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((heading, at) => {
            const target = columns[at] ?? { to: 'nothing' as const }
            const examples = samples.map((row) => row[at]?.trim() ?? '').filter(Boolean)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name; two may be called alike.
              <tr key={at}>
                <th scope="row">{heading}</th>
                <td className={classes.soft}>{[...new Set(examples)].slice(0, 2).join(' · ')}</td>
                <td>
                  <NativeSelect
                    aria-label={`What “${heading}” becomes`}
                    data={choices}
                    value={choiceOf(target)}
                    onChange={(event) => set(at, targetOf(event.currentTarget.value, heading))}
                  />
                  {target.to === 'new_field' && (
                    <TextInput
                      mt={6}
                      aria-label={`Name of the new field for “${heading}”`}
                      value={target.label}
                      maxLength={80}
                      onChange={(event) => set(at, { ...target, label: event.currentTarget.value })}
                    />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {shown.length < headings.length && (
        <Button variant="subtle" size="xs" onClick={() => setIsWhole(true)}>
          Show all {headings.length} columns
        </Button>
      )}
      {left > 0 && (
        <p className={classes.soft}>
          {left === 1 ? 'One column is left out.' : `${left} columns are left out.`} The file itself is kept whole.
        </p>
      )}
    </>
  )
}
