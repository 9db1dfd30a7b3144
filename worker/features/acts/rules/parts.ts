import type { Columns } from '../../../kernel/columns.ts'
import type { ActTable } from './act-row.ts'

/** Rows that are nothing by themselves, each with the column that names the whole of which they are a part. */
const PARTS: Partial<Record<ActTable, string>> = {
  contactAddresses: 'contactId',
  companyAddresses: 'companyId',
  contactCompanies: 'contactId',
  activities: 'entityId',
  noteLinks: 'noteId',
  taskLinks: 'taskId',
  stages: 'pipelineId',
  dealMoves: 'dealId',
}
const WHOLES: readonly ActTable[] = ['contacts', 'companies', 'notes', 'tasks', 'pipelines', 'deals']

export const isWhole = (table: ActTable): boolean => WHOLES.includes(table)

/** The id of the whole that the row is a part of, or null where it stands for itself. */
export function idOfWhole(table: ActTable, row: Columns | null): string | null {
  const column = PARTS[table]
  const id = column && row?.[column]
  return typeof id === 'string' ? id : null
}

/** Whether a record has something in an own field. */
export function holdsValue({ fields }: Columns, fieldId: string): boolean {
  return fields !== null && typeof fields === 'object' && !Array.isArray(fields) && (fields[fieldId] ?? null) !== null
}
