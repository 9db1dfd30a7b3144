import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import { insertContact } from '../../db/queries/contacts.ts'
import { insertActivity, pageOfTimeline } from '../../db/queries/timeline.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import type { Actor } from '../../worker/kernel/words.ts'
import { at, contact, ours, theirs } from './rows.ts'
import { fateOf, testDatabase, writeInBoth } from './two-offices.ts'

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

  it('refuses a line about a contact of another office', async () => {
    const { db } = database
    await insertContact(db, contact(theirs, 'c3'))
    expect(await fateOf(insertActivity(db, activity(ours, 'x9', 'c3')))).toBe('refused')
  })
})
