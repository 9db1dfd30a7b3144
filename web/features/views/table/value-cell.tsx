import type { ReactNode } from 'react'
import type { FieldValue } from '../../../../worker/features/fields/rules/field-kinds.ts'
import { valueWords } from '../../../../worker/features/fields/rules/value-words.ts'
import type { Column } from '../../../../worker/features/views/rules/columns.ts'
import { dateWhen, dayInWords, dayOf, shortWhen } from '../../../ui/dates.ts'
import { Editable } from '../../../ui/editable.tsx'
import { inMoney } from '../../../ui/money.ts'
import { useNow } from '../../../ui/use-now.ts'
import { type Kind, ValueInput } from '../../fields/value-input.tsx'
import { useOffice } from '../../office/use-office.ts'
import { useChoices } from '../filter/use-choices.ts'

type Props = {
  column: Column
  /** Whose value it is, for who cannot see the row. */
  of: string
  value: FieldValue | null
  /** Of an amount; the office's where it is not said. */
  currency?: string
  /** How it looks where that is not how it is written. */
  shown?: ReactNode
  save: ((typed: string, over: boolean) => Promise<unknown>) | null
}

/** A single value in its cell, changed in its place where it can be. */
export function ValueCell({ column, of, value, currency, shown, save }: Props) {
  const { office, mayChange } = useOffice()
  const today = dayOf(useNow(), office.timeZone)
  const money = currency ?? office.currency
  const kind = kindOf(column)
  const words = valueWords({ ...column, kind }, value, money)
  const initial = kind === 'flag' ? words.toLowerCase() : kind === 'choice' ? String(value ?? '') : words
  const picture =
    shown ??
    (column.kind === 'money' && typeof value === 'number'
      ? inMoney(value, money)
      : column.kind === 'date' && typeof value === 'string'
        ? dayInWords(value, today)
        : words)
  if (!save) return picture
  return (
    <Editable
      bare
      label={`${column.label} of ${of}`}
      readOnly={!mayChange}
      shown={picture}
      initial={initial}
      save={save}
    >
      {(control) => <ValueInput {...control} kind={kind} options={column.options} />}
    </Editable>
  )
}

/** A member, by name. */
export function MemberCell({ column, of, value, save }: Omit<Props, 'currency' | 'shown'>) {
  const { mayChange } = useOffice()
  const options = useChoices(column).map(({ value: id, label }) => ({ id, label }))
  return (
    <Editable
      bare
      label={`${column.label} of ${of}`}
      readOnly={!mayChange || save === null}
      shown={options.find(({ id }) => id === value)?.label}
      initial={String(value ?? '')}
      save={save ?? (() => Promise.resolve())}
    >
      {(control) => <ValueInput {...control} kind="choice" options={options} />}
    </Editable>
  )
}

/** An instant: the day it was, or, with `near`, the time where that was of late. */
export function InstantCell({ at, near = false }: { at: string | null; near?: boolean }) {
  const { office } = useOffice()
  const now = useNow()
  if (at === null) return null
  return near ? shortWhen(at, now, office.timeZone) : dateWhen(at, office.timeZone)
}

/** How a column's value is typed; a birthday as a text, because its year may be missing. */
export function kindOf({ kind }: Column): Kind {
  switch (kind) {
    case 'number':
    case 'date':
    case 'choice':
    case 'flag':
    case 'link':
    case 'money':
      return kind
    default:
      return 'text'
  }
}
