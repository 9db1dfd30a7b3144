import { z } from 'zod'

/** Where the next page of a list in the order of time starts: as it leaves, and as the client sends it back. */
export const TimeCursor = z.object({ at: z.date(), id: z.string() })
export const TimeCursorSent = z.object({ at: z.iso.datetime().transform((text) => new Date(text)), id: z.string() })
