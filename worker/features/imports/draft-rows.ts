import { contactFields } from '../../../db/queries/imports.ts'
import type { OfficeCtx } from '../../context.ts'
import { csvLine } from '../../kernel/csv.ts'
import { notFound } from '../../kernel/refusal.ts'
import { writingOf } from '../fields/rules/read-text.ts'
import type { FileRow } from './rules/file-row.ts'
import type { DraftedRow } from './rules/known.ts'
import type { ColumnMapping, ColumnTarget } from './rules/mapping.ts'
import { draftOf, type Field } from './rules/row-draft.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'office' | 'now'>

/** Where the columns go, once every new field has an id: a dry run names one by its column. */
export type Columns = { targets: ColumnTarget[]; fields: Map<string, Field> }

/** The columns of a mapping with the fields they fill. A field of another office, or one that was put away, is not found. */
export async function columnsFor({ db, officeId }: Needs, mapping: ColumnMapping): Promise<Columns> {
  const known = await contactFields(db, officeId)
  const fields = new Map<string, Field>(known.map((field) => [field.id, field]))
  const targets = mapping.columns.map((target, at): ColumnTarget => {
    if (target.to === 'field' && !fields.has(target.fieldId)) throw notFound('field')
    if (target.to !== 'new_field') return target
    const id = `new ${at}`
    fields.set(id, { id, label: target.label, kind: target.kind, options: [] })
    return { to: 'field', fieldId: id }
  })
  return { targets, fields }
}

export type Refused = { number: number; cells: string[]; why: string }
export type Piece = {
  /** Where the piece ends: the byte, and how many rows of the file come before the next. */
  nextByte: number
  nextRow: number
  drafted: DraftedRow[]
  refused: Refused[]
  guessed: number
}

/** The rows of a piece as what they say of somebody, and those that cannot be taken. */
export function draftRows(
  { office, now }: Needs,
  rows: FileRow[],
  { targets, fields }: Columns,
  firstRow: number,
): Piece {
  const of = { country: office.country, ...writingOf(office, now()) }
  const piece: Piece = {
    nextByte: rows.at(-1)?.end ?? 0,
    nextRow: firstRow + rows.length,
    drafted: [],
    refused: [],
    guessed: 0,
  }
  for (const [at, { cells, refusal, isGuessed }] of rows.entries()) {
    const number = firstRow + at + 1
    const drafted = refusal === null ? draftOf(cells, targets, fields, of) : { ok: false as const, why: refusal }
    if (drafted.ok) piece.drafted.push({ number, draft: drafted.draft })
    else piece.refused.push({ number, cells, why: drafted.why })
    if (isGuessed) piece.guessed++
  }
  return piece
}

export const REFUSED_HEADINGS = ['Row in the file', 'Why it was refused']

/** Refused rows as lines of a file that can be mended and imported again. */
export const refusedLines = (refused: Refused[], headings: string[]) =>
  refused
    .map(({ number, cells, why }) => {
      const filled = Array.from({ length: Math.max(headings.length, cells.length) }, (_, at) => cells[at] ?? '')
      return csvLine([
        ...filled.slice(0, headings.length),
        String(number),
        [why, ...filled.slice(headings.length)].join(' | '),
      ])
    })
    .join('')
