import { z } from 'zod'
import { TimeCursor, TimeCursorSent } from '../../kernel/cursor.ts'
import { Actor, RECORD_KINDS } from '../../kernel/words.ts'

export const ACTS_SHOWN = ['trash', 'merge', 'import', 'bulk', 'preset'] as const
export const PAGE_SIZE = 50

export const ListActs = z.object({
  kinds: z.array(z.enum(ACTS_SHOWN)).max(5).default([]),
  cursor: TimeCursorSent.nullish(),
})
export const ActShown = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.enum(['running', 'done', 'undoing', 'undone']),
  title: z.string(),
  record: z.enum(RECORD_KINDS).nullable(),
  recordId: z.string().nullable(),
  by: Actor,
  rows: z.number(),
  createdAt: z.date(),
  expiresAt: z.date(),
})
export const ActPage = z.object({ rows: z.array(ActShown), next: TimeCursor.nullable() })

/** A large change that is under way: how many records are done, of how many. */
export const RunningChange = z.object({
  id: z.string(),
  title: z.string(),
  record: z.enum(RECORD_KINDS),
  done: z.number(),
  total: z.number(),
})

export const UndoAct = z.object({ id: z.string().meta({ ref: 'acts' }) })
/** `kept` counts the rows that stayed, because somebody worked with them since. */
export const Undone = z.object({ id: z.string(), state: z.enum(['undone', 'undoing']), kept: z.number() })
