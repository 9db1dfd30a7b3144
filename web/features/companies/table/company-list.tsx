import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Column } from '../../../../worker/features/views/rules/columns.ts'
import { FIELD_PREFIX } from '../../../../worker/kernel/columns.ts'
import { trpc } from '../../../api.ts'
import { Monogram } from '../../../ui/monogram.tsx'
import cards from '../../contacts/contact-row.module.css'
import { useChangeRecord } from '../../fields/use-change.ts'
import { BulkBar } from '../../views/bulk/bulk-bar.tsx'
import { useBulkSteps } from '../../views/bulk/use-bulk-steps.ts'
import classes from '../../views/table/table.module.css'
import { withRow } from '../../views/table/table-row.tsx'
import type { Selection } from '../../views/table/use-selection.ts'
import { InstantCell, MemberCell, ValueCell } from '../../views/table/value-cell.tsx'
import type { TableRow } from './use-company-rows.ts'

/** How companies look in a list. */
export const COMPANY_FACE = withRow<TableRow>({
  record: 'company',
  nameOf: ({ name }) => name,
  lead: ({ id, name }) => (
    <Link to="/companies/$companyId" params={{ companyId: id }} className={classes.name}>
      <Monogram name={name} size={26} />
      <span>{name}</span>
    </Link>
  ),
  cell: (row, column) => <Cell row={row} column={column} />,
  card: ({ id, name, website, people }) => (
    <Link to="/companies/$companyId" params={{ companyId: id }} className={cards.row}>
      <Monogram name={name} size={34} />
      <span className={cards.name}>{name}</span>
      <span className={cards.address}>{people.join(', ') || website}</span>
    </Link>
  ),
})

function Cell({ row, column }: { row: TableRow; column: Column }) {
  const save = useChangeRecord('company', row.id)
  const of = row.name
  const keep = (name: string, seen: string | number | boolean | null) => (typed: string, over: boolean) =>
    save({ column: name, seen, typed }, over)
  switch (column.id) {
    case 'people':
      return row.people.join(', ')
    case 'createdAt':
      return <InstantCell at={row.createdAt} />
    case 'ownerId':
      return <MemberCell {...{ column, of }} value={row.ownerId} save={keep('ownerId', row.ownerId)} />
    case 'website':
    case 'taxId':
      return <ValueCell {...{ column, of }} value={row[column.id]} save={keep(column.id, row[column.id])} />
    default: {
      const fieldId = column.id.slice(FIELD_PREFIX.length)
      const value = row.fields[fieldId] ?? null
      return <ValueCell {...{ column, of, value }} save={keep(`fields.${fieldId}`, value)} />
    }
  }
}

const writtenAs = ({ id }: Column) =>
  id === 'ownerId' ? id : id.startsWith(FIELD_PREFIX) ? `fields.${id.slice(FIELD_PREFIX.length)}` : null

/** What can be done with many companies. */
export function CompanyBulk({ selection, columns }: { selection: Selection; columns: readonly Column[] }) {
  const { which, clear } = selection
  const { mutate, isPending } = useMutation(trpc.companies.bulk.mutationOptions(useBulkSteps(clear)))
  return (
    <BulkBar
      many="companies"
      {...{ selection, columns, writtenAs }}
      pending={isPending}
      onValue={(column, typed) => mutate({ ...which, change: { kind: 'value', column, typed } })}
      onDiscard={() => mutate({ ...which, change: { kind: 'discard' } })}
    />
  )
}
