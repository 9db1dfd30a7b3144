import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { valueWords } from '../../../worker/features/fields/rules/value-words.ts'
import { trpc } from '../../api.ts'
import { Editable } from '../../ui/editable.tsx'
import { inMoney } from '../../ui/money.ts'
import { useOffice } from '../office/use-office.ts'
import type { Save } from './use-change.ts'
import { ValueInput } from './value-input.tsx'

type Value = string | number | boolean
type Face = { record: 'contact' | 'company' | 'deal'; fields: Record<string, Value>; save: Save }

/** The values of the office's own fields, each changed in its place. */
export function OwnValues({ record, fields, save }: Face) {
  const { office, mayChange } = useOffice()
  const { data } = useQuery(trpc.fields.list.queryOptions({ record }))
  return data?.map((field) => {
    const value = fields[field.id] ?? null
    const column = `fields.${field.id}`
    const words = valueWords(field, value, office.currency)
    return (
      <Editable
        key={field.id}
        label={field.label}
        readOnly={!mayChange}
        shown={pictureOf(field.kind, value, words, office.currency)}
        initial={field.kind === 'flag' ? words.toLowerCase() : field.kind === 'choice' ? String(value ?? '') : words}
        save={(typed, over) => save({ column, seen: value, typed }, over)}
      >
        {(control) => <ValueInput {...control} kind={field.kind} options={field.options} />}
      </Editable>
    )
  })
}

function pictureOf(kind: string, value: Value | null, words: string, currency: string): ReactNode {
  return kind === 'money' && typeof value === 'number' ? inMoney(value, currency) : words
}
