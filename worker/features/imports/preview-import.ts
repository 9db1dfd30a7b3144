import type { z } from 'zod'
import { contactFields, mappingById } from '../../../db/queries/imports.ts'
import type { OfficeCtx } from '../../context.ts'
import { sha256Hex } from '../../kernel/digest.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { searchKey, shorten } from '../../kernel/text.ts'
import type { ImportId, Preview } from './input.ts'
import { knownImport } from './known-import.ts'
import { type FileHead, readHead } from './open-file.ts'
import { MATCHES } from './rules/contact-parts.ts'
import { type ColumnMapping, MOST_COLUMNS } from './rules/mapping.ts'
import { proposeMapping } from './rules/propose-mapping.ts'
import { CARD_HEADINGS } from './rules/vcard/read-card.ts'

const ROWS_SHOWN = 5
const CELL_LENGTH = 80
/** How many rows are looked at to see what stands in a column. */
const ROWS_SAMPLED = 50

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'files'>

/** The first rows of a file, and where its columns would go: as the last time, or as their names and contents say. */
export async function previewImport(needs: Needs, { id }: z.infer<typeof ImportId>): Promise<z.infer<typeof Preview>> {
  const row = await knownImport(needs, id)
  const { head, rows } = await readHead(needs, row)
  const { headings } = head
  if (rows.length === 0 && headings.length === 0)
    throw new Refusal('invalid', 'There is nothing in this file that could be imported. Choose another one.')
  if (headings.length > MOST_COLUMNS)
    throw new Refusal(
      'invalid',
      `This file has ${headings.length.toLocaleString('en')} columns, and at most ${MOST_COLUMNS.toLocaleString('en')} can be imported. Remove those that you do not need.`,
    )
  const fields = await contactFields(needs.db, needs.officeId)
  const known = new Set(fields.map((field) => field.id))
  const remembered = await mappingById(needs.db, needs.officeId, await mappingIdOf(headings))
  const isStill = remembered?.columns.every((target) => target.to !== 'field' || known.has(target.fieldId))
  const cells = rows.filter(({ refusal }) => refusal === null).map((each) => each.cells)
  return {
    id,
    fileName: row.fileName,
    headings: headings.map((heading) => shorten(heading, CELL_LENGTH)),
    samples: cells.slice(0, ROWS_SHOWN).map((each) => each.map((cell) => shorten(cell, CELL_LENGTH))),
    mapping: remembered && isStill ? remembered : proposed(row.format, headings, cells.slice(0, ROWS_SAMPLED), fields),
    isRemembered: isStill === true,
    readAs: wordsOf(row.format, head),
    fields: fields.map(({ id, label, kind }) => ({ id, label, kind })),
  }
}

/** Files with the same headings are mapped alike. */
export const mappingIdOf = (headings: string[]) => sha256Hex(headings.map((heading) => searchKey(heading)).join('\n'))

function proposed(
  format: 'csv' | 'vcard',
  headings: string[],
  samples: string[][],
  fields: Parameters<typeof proposeMapping>[2],
): ColumnMapping {
  if (format === 'csv') return proposeMapping(headings, samples, fields)
  return {
    columns: CARD_HEADINGS.map((heading) => ({
      to: 'part' as const,
      part: heading === 'other' ? ('note' as const) : heading,
    })),
    matchBy: [...MATCHES],
  }
}

const SEPARATOR_WORDS = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }
const ENCODING_WORDS: Partial<Record<FileHead['encoding'], string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows (western)',
  'windows-1250': 'Windows (central European)',
  'windows-1251': 'Windows (Cyrillic)',
  macintosh: 'Mac',
  ibm850: 'DOS',
}

function wordsOf(format: 'csv' | 'vcard', { encoding, separator, hasHeadings }: FileHead): string {
  const letters = `letters in ${ENCODING_WORDS[encoding] ?? encoding}`
  if (format === 'vcard') return `Address cards, ${letters}`
  return `Columns divided by ${SEPARATOR_WORDS[separator]}, ${letters}${hasHeadings ? '' : ', no headings'}`
}
