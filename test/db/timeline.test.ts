import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import { insertIntake, insertSuggestion } from '../../db/queries/assistant.ts'
import { insertContact } from '../../db/queries/contacts.ts'
import { insertConversation } from '../../db/queries/conversations.ts'
import { insertMessage } from '../../db/queries/messages.ts'
import { insertActivity, pageOfTimeline } from '../../db/queries/timeline.ts'
import { imports } from '../../db/schema/imports.ts'
import type { ActivityKind } from '../../db/schema/timeline.ts'
import { reasonsOf } from '../../worker/features/contacts/reasons.ts'
import { kindsIn } from '../../worker/features/contacts/rules/timeline-parts.ts'
import { NO_COUNTS } from '../../worker/features/imports/rules/mapping.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import type { Actor } from '../../worker/kernel/words.ts'
import { at, contact, conversation, intake, message, ours, suggestion, theirs } from './rows.ts'
import { fateOf, run, testDatabase, writeInBoth } from './two-offices.ts'

const activity = (officeId: OfficeId, id: string, contactId = 'c1', by: Actor = { kind: 'sender' }) => ({
  officeId,
  id,
  contactId,
  at: at(0),
  kind: 'message_received' as const,
  entityId: 'm1',
  title: 'Hello',
  by,
})
const QUOTE = { quote: 'Friday at 3', start: 0, end: 11 }
const whole = { after: null, limit: 9 }

const database = testDatabase((db) =>
  writeInBoth(db, (db, officeId) => [
    insertContact(db, contact(officeId, 'c1')),
    insertContact(db, contact(officeId, 'c2')),
    insertActivity(db, activity(officeId, 'x1')),
  ]),
)

describe(`the timeline on ${dialect}`, () => {
  it('tells of one contact of one office', async () => {
    const { db } = database
    await insertActivity(db, activity(ours, 'x2', 'c2'))
    await insertActivity(db, activity(theirs, 'x3'))
    expect((await pageOfTimeline(db, ours, 'c1', whole)).map((row) => row.id)).toEqual(['x1'])
    expect((await pageOfTimeline(db, theirs, 'c1', whole)).map((row) => row.id)).toEqual(['x3', 'x1'])
  })

  it('keeps who did it, and when to the millisecond', async () => {
    const { db } = database
    await insertActivity(db, activity(ours, 'x2', 'c2', { kind: 'assistant', suggestionId: 's1' }))
    const [row] = await pageOfTimeline(db, ours, 'c2', whole)
    expect(row).toMatchObject(activity(ours, 'x2', 'c2', { kind: 'assistant', suggestionId: 's1' }))
  })

  it('is narrowed to some kinds of lines, each page as long as asked', async () => {
    const { db } = database
    const kinds = ['task_created', 'note_added', 'task_done', 'message_sent'] as const
    for (const [n, kind] of [...kinds, ...kinds].entries())
      await run(
        ...[ours, theirs].map((officeId) =>
          insertActivity(db, { ...activity(officeId, `y${n}`, 'c2'), kind, at: at(n) }),
        ),
      )
    const page = (after: { at: Date; id: string } | null) =>
      pageOfTimeline(db, ours, 'c2', { kinds: kindsIn(['tasks']), after, limit: 3 })
    const first = await page(null)
    expect(first.map(({ id, officeId }) => [id, officeId])).toEqual(['y6', 'y4', 'y2'].map((id) => [id, ours]))
    const last = first.at(-1)!
    expect((await page({ at: last.at, id: last.id })).map(({ id }) => id)).toEqual(['y0'])
    expect(await pageOfTimeline(db, ours, 'c2', { ...whole, kinds: kindsIn([]) })).toHaveLength(8)
    expect(await pageOfTimeline(db, ours, 'c2', { ...whole, kinds: [] })).toEqual([])
  })

  it('says why a line is there: the words on which the assistant acted, or the file that was imported', async () => {
    const { db } = database
    await writeInBoth(db, (db, officeId) => [
      insertConversation(db, conversation(officeId, 'v1')),
      insertMessage(db, message(officeId, 'm1', { subject: `Plan of ${officeId}` })),
      insertIntake(db, intake(officeId, 'i1')),
      ...(['accepted', 'waiting'] as const).map((status, n) =>
        insertSuggestion(
          db,
          suggestion(officeId, `s${n}`, { status, evidence: [QUOTE, { ...QUOTE, quote: 'Friday' }, QUOTE] }),
        ),
      ),
      db.insert(imports).values({
        ...{ officeId, id: 'k1', format: 'csv' as const, state: 'done' as const, fileKey: 'k', bytes: 1 },
        ...{ fileName: `${officeId}.csv`, counts: NO_COUNTS, authorId: 'u1', createdAt: at(0) },
      }),
    ])
    const line = (id: string, by: Actor, more: { kind?: ActivityKind; entityId?: string } = {}) => ({
      ...{ id, by, kind: 'task_created' as const, entityId: 's0', ...more },
    })
    const member = { kind: 'member' as const, userId: 'u1' }
    const reasons = await reasonsOf({ db, officeId: ours }, [
      line('by itself', { kind: 'assistant', suggestionId: 's0' }),
      line('accepted', member),
      line('later', member, { kind: 'task_done' }),
      line('not yet', { kind: 'assistant', suggestionId: 's1' }),
      line('imported', { kind: 'import', importId: 'k1' }),
      line('by hand', member, { entityId: 't9' }),
    ])
    const said = { kind: 'message', id: 's0', quotes: ['Friday at 3'], sender: 'Ann', subject: `Plan of ${ours}` }
    expect(Object.fromEntries(reasons)).toEqual({
      'by itself': expect.objectContaining(said),
      accepted: expect.objectContaining(said),
      imported: { kind: 'import', fileName: `${ours}.csv` },
    })
  })

  it('refuses a line about a contact of another office', async () => {
    const { db } = database
    await insertContact(db, contact(theirs, 'c3'))
    expect(await fateOf(insertActivity(db, activity(ours, 'x9', 'c3')))).toBe('refused')
  })
})
