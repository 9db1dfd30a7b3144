import type { z } from 'zod'
import { findMessages, textsOf } from '../../../db/queries/find-records.ts'
import type { OfficeCtx } from '../../context.ts'
import { type Finds, MOST_OF_EACH } from './input.ts'
import { snippetOf } from './rules/snippet.ts'

/** Several messages of one conversation may hold the words; it is shown once. */
const MOST_MESSAGES = 40

type Needs = Pick<OfficeCtx, 'db' | 'officeId'>

/** Conversations in which a message holds the words, in its subject or anywhere in its text, with the line around them. */
export async function findConversations(
  { db, officeId }: Needs,
  words: string[],
): Promise<z.infer<typeof Finds>['conversations']> {
  const found = await findMessages(db, officeId, words, MOST_MESSAGES)
  const newest = new Map(found.toReversed().map(({ id, conversationId }) => [conversationId, id]))
  const shown = found.filter(({ id, conversationId }) => newest.get(conversationId) === id).slice(0, MOST_OF_EACH)
  if (shown.length === 0) return []
  const texts = await textsOf(
    db,
    officeId,
    shown.map(({ id }) => id),
  )
  return texts.map(({ conversationId, subject, lastFrom, text }) => {
    return { id: conversationId, title: subject, detail: lastFrom, snippet: snippetOf(text, words) }
  })
}
