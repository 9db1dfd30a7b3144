import { z } from 'zod'
import { FIELD_KINDS } from '../../fields/rules/field-kinds.ts'
import { CONTACT_PARTS, MATCHES } from './contact-parts.ts'

const LABEL_LENGTH = 80

/** Where the value of one heading goes: a part of the contact, a field of the office, a new field, or nowhere. */
export const ColumnTarget = z.discriminatedUnion('to', [
  z.object({ to: z.literal('nothing') }),
  z.object({ to: z.literal('part'), part: z.enum(CONTACT_PARTS) }),
  z.object({ to: z.literal('field'), fieldId: z.string().meta({ ref: 'custom_fields' }) }),
  z.object({
    to: z.literal('new_field'),
    label: z.string().trim().min(1).max(LABEL_LENGTH),
    kind: z.enum(FIELD_KINDS),
  }),
])
export type ColumnTarget = z.infer<typeof ColumnTarget>

export const MOST_COLUMNS = 1000

/** One target for each heading of the file, and by what a row is recognised as somebody known. */
export const ColumnMapping = z.object({
  columns: z.array(ColumnTarget).max(MOST_COLUMNS),
  matchBy: z.array(z.enum(MATCHES)),
})
export type ColumnMapping = z.infer<typeof ColumnMapping>

/**
 * What an import did, or would do. `repeated`: rows about somebody whom an earlier row of the same file made; `guessed`:
 * rows of which a part was written in another encoding than the file.
 */
export type ImportCounts = {
  rows: number
  created: number
  updated: number
  unchanged: number
  repeated: number
  refused: number
  guessed: number
}
export const NO_COUNTS: ImportCounts = {
  rows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  repeated: 0,
  refused: 0,
  guessed: 0,
}
