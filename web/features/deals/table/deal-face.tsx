import { Link } from '@tanstack/react-router'
import type { Column } from '../../../../worker/features/views/rules/columns.ts'
import { FIELD_PREFIX } from '../../../../worker/kernel/columns.ts'
import { dayInWords, dayOf } from '../../../ui/dates.ts'
import { inMoney } from '../../../ui/money.ts'
import { Monogram } from '../../../ui/monogram.tsx'
import { useNow } from '../../../ui/use-now.ts'
import cards from '../../contacts/contact-row.module.css'
import { useOffice } from '../../office/use-office.ts'
import classes from '../../views/table/table.module.css'
import { withRow } from '../../views/table/table-row.tsx'
import { InstantCell, MemberCell, ValueCell } from '../../views/table/value-cell.tsx'
import { StageCell } from './stage-cell.tsx'
import type { TableRow } from './use-deal-rows.ts'
import { useSaveDeal } from './use-save-deal.ts'

/** How deals look in a list. */
export const DEAL_FACE = withRow<TableRow>({
  record: 'deal',
  nameOf: ({ title }) => title,
  lead: ({ id, title }) => (
    <Link
      from="/deals"
      to="/deals/$dealId"
      params={{ dealId: id }}
      search={(before) => before}
      className={classes.name}
    >
      <span>{title}</span>
    </Link>
  ),
  cell: (row, column) => <Cell row={row} column={column} />,
  card: (row) => <Card row={row} />,
})

function Card({ row: { id, title, contactName, amountMinor, currency, expectedOn } }: { row: TableRow }) {
  const { office } = useOffice()
  const today = dayOf(useNow(), office.timeZone)
  const details = [
    contactName,
    amountMinor === null ? null : inMoney(amountMinor, currency),
    expectedOn && dayInWords(expectedOn, today),
  ]
  return (
    <Link from="/deals" to="/deals/$dealId" params={{ dealId: id }} search={(before) => before} className={cards.row}>
      <Monogram name={contactName ?? title} size={34} />
      <span className={cards.name}>{title}</span>
      <span className={cards.address}>{details.filter(Boolean).join(' · ')}</span>
    </Link>
  )
}

type CellProps = { row: TableRow; column: Column }

function Cell({ row, column }: CellProps) {
  switch (column.id) {
    case 'contact':
      return row.contactName
    case 'company':
      return row.companyName
    case 'stageId':
      return <StageCell row={row} column={column} />
    case 'state':
    case 'pipelineId':
    case 'lostReasonId':
      return labelOf(column, row[column.id])
    case 'stageSince':
    case 'closedAt':
    case 'createdAt':
      return <InstantCell at={row[column.id]} near />
    default:
      return <Changeable row={row} column={column} />
  }
}

const labelOf = ({ options }: Column, value: string | null) => options.find(({ id }) => id === value)?.label ?? ''

function Changeable({ row, column }: CellProps) {
  const save = useSaveDeal(row)
  const of = row.title
  if (column.id === 'ownerId')
    return (
      <MemberCell
        {...{ column, of }}
        value={row.ownerId}
        save={(typed, over) => save({ ownerId: typed || null }, over)}
      />
    )
  if (column.id === 'expectedOn')
    return (
      <ValueCell
        {...{ column, of }}
        value={row.expectedOn}
        save={(typed, over) => save({ expectedOn: typed || null }, over)}
      />
    )
  const { currency } = row
  if (column.id === 'amountMinor')
    return (
      <ValueCell
        {...{ column, of, currency }}
        value={row.amountMinor}
        save={(typed, over) => save({ money: { amount: typed.replace(',', '.') || null, currency } }, over)}
      />
    )
  // Own fields are changed on the deal itself.
  return <ValueCell {...{ column, of }} value={row.fields[column.id.slice(FIELD_PREFIX.length)] ?? null} save={null} />
}
