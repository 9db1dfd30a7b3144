import { z } from 'zod'

export const UndoAct = z.object({ id: z.string().meta({ ref: 'acts' }) })
/** `kept` counts the rows that stayed, because somebody worked with them since. */
export const Undone = z.object({ id: z.string(), state: z.enum(['undone', 'undoing']), kept: z.number() })
