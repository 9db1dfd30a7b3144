import { z } from 'zod'
import { TimeCursor, TimeCursorSent } from '../../kernel/cursor.ts'
import { SuggestionShown } from '../inbox/input.ts'
import { Action } from './rules/actions.ts'
import { INTENTS } from './rules/intents.ts'

export const PAGE_SIZE = 40

const suggestionId = z.string().meta({ ref: 'suggestions' })
const version = z.number().int()

export const ReviewRow = SuggestionShown.extend({
  subject: z.string(),
  contactId: z.string().nullable(),
  contactName: z.string().nullable(),
  intent: z.enum(INTENTS),
})
export const ListReview = z.object({ cursor: TimeCursorSent.nullish() })
export const ReviewPage = z.object({ rows: z.array(ReviewRow), next: TimeCursor.nullable(), waiting: z.number() })

/** `action` is what the member made of the proposal; without it the proposal stands as it is. */
export const Accept = z.object({ id: suggestionId, version, action: Action.nullish() })
export const Reject = z.object({ id: suggestionId, version })
export const Undo = z.object({ id: suggestionId, version })
export const Decided = z.object({ id: z.string(), version: z.number() })
/** `kept`: how many of the changes were left, because somebody worked with them since. */
export const Undone = Decided.extend({ kept: z.number() })
