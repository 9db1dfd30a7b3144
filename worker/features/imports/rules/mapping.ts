/** Where the value of one heading goes: a part of the contact, a field of the office, a new field, or nowhere. */
export type ColumnTarget =
  | { to: 'nothing' }
  | { to: 'part'; part: string }
  | { to: 'field'; fieldId: string }
  | { to: 'new_field'; label: string; kind: string }

/** One target for each heading of the file, and by what a row is recognised as somebody known. */
export type ColumnMapping = { columns: ColumnTarget[]; matchBy: ('email' | 'phone' | 'name_company')[] }

/** What an import did, or would do. */
export type ImportCounts = { rows: number; created: number; updated: number; unchanged: number; refused: number }
