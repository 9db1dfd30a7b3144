import { Link } from '@tanstack/react-router'
import type { Column } from '../../../../worker/features/views/rules/columns.ts'
import { FIELD_PREFIX } from '../../../../worker/kernel/columns.ts'
import { Monogram } from '../../../ui/monogram.tsx'
import { useChangeRecord } from '../../fields/use-change.ts'
import classes from '../../views/table/table.module.css'
import { withRow } from '../../views/table/table-row.tsx'
import { InstantCell, MemberCell, ValueCell } from '../../views/table/value-cell.tsx'
import { ContactRow } from '../contact-row.tsx'
import { birthdayWords } from '../details/birthday-words.ts'
import type { TableRow } from './use-contact-rows.ts'

/** How contacts look in a list. */
export const CONTACT_FACE = withRow<TableRow>({
  record: 'contact',
  nameOf: ({ name }) => name,
  lead: ({ id, name }) => (
    <Link to="/contacts/$contactId" params={{ contactId: id }} className={classes.name}>
      <Monogram name={name} size={26} />
      <span>{name}</span>
    </Link>
  ),
  cell: (row, column) => <Cell row={row} column={column} />,
  card: (row) => <ContactRow row={row} />,
})

type CellProps = { row: TableRow; column: Column }

function Cell({ row, column }: CellProps) {
  switch (column.id) {
    case 'email':
    case 'phone':
      return row.addresses
        .filter(({ kind }) => kind === column.id)
        .map(({ asTyped }) => asTyped)
        .join(', ')
    case 'tags':
      return row.tags.join(', ')
    case 'company':
      return row.companies.map(({ name }) => name).join(', ')
    case 'createdAt':
      return <InstantCell at={row.createdAt} />
    case 'lastContactAt':
      return <InstantCell at={row.lastContactAt} near />
    default:
      return <Changeable row={row} column={column} />
  }
}

function Changeable({ row, column }: CellProps) {
  const save = useChangeRecord('contact', row.id)
  const of = row.name
  const keep = (name: string, seen: string | number | boolean | null) => (typed: string, over: boolean) =>
    save({ column: name, seen, typed }, over)
  if (column.id === 'ownerId')
    return <MemberCell {...{ column, of }} value={row.ownerId} save={keep('ownerId', row.ownerId)} />
  if (column.id === 'birthday')
    return (
      <ValueCell
        {...{ column, of }}
        value={row.birthday}
        shown={birthdayWords(row.birthday)}
        save={keep('birthday', row.birthday)}
      />
    )
  const fieldId = column.id.slice(FIELD_PREFIX.length)
  const value = row.fields[fieldId] ?? null
  return <ValueCell {...{ column, of, value }} save={keep(`fields.${fieldId}`, value)} />
}
