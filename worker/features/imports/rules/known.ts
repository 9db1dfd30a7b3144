import type { Columns } from '../../../kernel/columns.ts'
import type { Draft } from './row-draft.ts'

/** Somebody who is in the office, as far as an import has to know: what is changed by a row is changed here at once. */
export type Person = {
  id: string
  /** All columns, as they are in the database; null for whom this import has just made. */
  before: Columns | null
  row: Columns
  nameKey: string
  addressIds: Set<string>
  /** Their part in a company, by its id. */
  companies: Map<string, { before: Columns | null; row: Columns }>
  tagIds: Set<string>
  /** What is noted of them, folded. */
  notes: Set<string>
}

/** What is known of whatever the rows of a piece speak of. Keys are made by the functions below. */
export type Known = {
  people: Map<string, Person>
  /** Whose an address is, the one usually meant first. */
  atAddress: Map<string, string[]>
  addresses: Map<string, string>
  namedAt: Map<string, string>
  companies: Map<string, string>
  tags: Map<string, string>
}

export const nothingKnown = (): Known => ({
  people: new Map(),
  atAddress: new Map(),
  addresses: new Map(),
  namedAt: new Map(),
  companies: new Map(),
  tags: new Map(),
})

export const addressKey = ({ kind, value }: { kind: string; value: string }) => `${kind} ${value}`
export const namedAtKey = (nameKey: string, companyKey: string) => `${nameKey}\n${companyKey}`
export type DraftedRow = { number: number; draft: Draft }
