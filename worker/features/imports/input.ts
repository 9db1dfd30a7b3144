import { z } from 'zod'
import { IMPORT_STATES } from './rules/import-states.ts'
import { ColumnMapping } from './rules/mapping.ts'

const importId = z.string().meta({ ref: 'imports' })

export const ImportId = z.object({ id: importId })
/** How to read the file; `version` is that of the import which was looked at. */
export const MappedImport = z.object({ id: importId, mapping: ColumnMapping })
export const Counts = z.object({
  rows: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  repeated: z.number(),
  refused: z.number(),
  guessed: z.number(),
})
export const ImportShown = z.object({
  id: z.string(),
  fileName: z.string(),
  format: z.enum(['csv', 'vcard']),
  state: z.enum(IMPORT_STATES),
  /** Of the large step that it was, once it wrote something. */
  undo: z.enum(['running', 'done', 'undoing', 'undone']).nullable(),
  mayUndo: z.boolean(),
  counts: Counts,
  /** How much of the file is read, from 0 to 1. */
  progress: z.number(),
  problem: z.string().nullable(),
  createdAt: z.date(),
  finishedAt: z.date().nullable(),
})
export const ImportList = z.array(ImportShown)
export const Preview = z.object({
  id: z.string(),
  fileName: z.string(),
  headings: z.array(z.string()),
  /** The first rows, their cells shortened. */
  samples: z.array(z.array(z.string())),
  mapping: ColumnMapping,
  /** The mapping is the one that a file with these headings was imported with before. */
  isRemembered: z.boolean(),
  /** How the file was read, in words. */
  readAs: z.string(),
  fields: z.array(z.object({ id: z.string(), label: z.string(), kind: z.string() })),
})
/** What an undo left, because somebody worked with it since. */
export const KeptRows = z.array(
  z.object({ record: z.enum(['contact', 'company', 'other']), id: z.string(), name: z.string() }),
)
export const Started = z.object({ id: z.string() })
