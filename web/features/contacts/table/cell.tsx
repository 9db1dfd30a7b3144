import type { ReactNode } from 'react'
import { valueWords } from '../../../../worker/features/fields/rules/value-words.ts'
import { type Column, FIELD_PREFIX } from '../../../../worker/features/views/rules/columns.ts'
import { dateWhen, shortWhen } from '../../../ui/dates.ts'
import { Editable } from '../../../ui/editable.tsx'
import { inMoney } from '../../../ui/money.ts'
import { useNow } from '../../../ui/use-now.ts'
import { useChangeRecord } from '../../fields/use-change.ts'
import { type Kind, ValueInput } from '../../fields/value-input.tsx'
import { useOffice } from '../../office/use-office.ts'
import { birthdayWords } from '../details/birthday-words.ts'
import { OwnerValue } from '../owner-value.tsx'
import type { TableRow } from './use-table.ts'

type Face = { row: TableRow; column: Column }

/** What stands in a column of a row. What is a single value is changed in its place. */
export function Cell({ row, column }: Face): ReactNode {
  const { office } = useOffice()
  const now = useNow()
  const { id } = column
  if (id === 'email' || id === 'phone')
    return row.addresses
      .filter(({ kind }) => kind === id)
      .map(({ asTyped }) => asTyped)
      .join(', ')
  if (id === 'tags') return row.tags.join(', ')
  if (id === 'company') return row.companies.map(({ name }) => name).join(', ')
  if (id === 'createdAt') return dateWhen(row.createdAt, office.timeZone)
  if (id === 'lastContactAt') return row.lastContactAt && shortWhen(row.lastContactAt, now, office.timeZone)
  if (id === 'ownerId') return <OwnerCell row={row} column={column} />
  return <ValueCell row={row} column={column} />
}

function ValueCell({ row, column }: Face) {
  const { office, mayChange } = useOffice()
  const save = useChangeRecord('contact', row.id)
  const isField = column.id.startsWith(FIELD_PREFIX)
  const fieldId = column.id.slice(FIELD_PREFIX.length)
  const value = isField ? (row.fields[fieldId] ?? null) : row.birthday
  const kind = kindOf(column)
  const words = valueWords({ ...column, kind }, value, office.currency)
  const name = isField ? `fields.${fieldId}` : 'birthday'
  const initial = kind === 'flag' ? words.toLowerCase() : kind === 'choice' ? String(value ?? '') : words
  return (
    <Editable
      bare
      label={`${column.label} of ${row.name}`}
      readOnly={!mayChange}
      shown={
        isField && column.kind === 'money' && typeof value === 'number'
          ? inMoney(value, office.currency)
          : isField
            ? words
            : birthdayWords(row.birthday)
      }
      initial={initial}
      save={(typed, over) => save({ column: name, seen: value, typed }, over)}
    >
      {(control) => <ValueInput {...control} kind={kind} options={column.options} />}
    </Editable>
  )
}

/** A birthday is typed as a text, because its year may be missing. */
function kindOf({ kind }: Column): Kind {
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

function OwnerCell({ row, column }: Face) {
  const save = useChangeRecord('contact', row.id)
  return <OwnerValue bare label={`${column.label} of ${row.name}`} ownerId={row.ownerId} save={save} />
}
