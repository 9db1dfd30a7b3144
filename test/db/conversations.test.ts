import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import { insertIntake, insertSuggestion } from '../../db/queries/assistant.ts'
import { insertContact } from '../../db/queries/contacts.ts'
import {
  type ConversationFilter,
  conversationById,
  conversationsOfKeys,
  countUnread,
  insertConversation,
  insertThreadKey,
  pageOfConversations,
  participantsOf,
  reopenConversation,
  touchConversation,
  updateConversation,
} from '../../db/queries/conversations.ts'
import { insertMessage } from '../../db/queries/messages.ts'
import { at, contact, conversation, intake, message, ours, suggestion, theirs } from './rows.ts'
import { everythingOf, fateOf, run, testDatabase, writeInBoth } from './two-offices.ts'

const database = testDatabase((db) =>
  writeInBoth(db, (db, officeId) => [
    insertContact(db, contact(officeId, 'c1', { name: officeId === ours ? 'Ann' : 'Their Ann' })),
    insertConversation(db, conversation(officeId, 'v1', { contactId: 'c1', lastMessageAt: at(10) })),
    insertMessage(db, message(officeId, 'm1')),
    insertIntake(db, intake(officeId, 'i1')),
    insertSuggestion(db, suggestion(officeId, 's1')),
    insertThreadKey(db, officeId, '<1@example.com>', 'v1'),
  ]),
)
const page = async (officeId = ours, filter: Partial<ConversationFilter> = {}) =>
  pageOfConversations(database.db, officeId, {
    filter: { status: 'open', contactId: null, text: '', ...filter },
    after: null,
    limit: 99,
  })
const ids = (rows: { conversation: { id: string } }[]) => rows.map((row) => row.conversation.id)
const newest = (seconds: number) => ({ preview: `at ${seconds}`, lastFrom: 'Ben', lastMessageAt: at(seconds) })

describe(`conversations on ${dialect}`, () => {
  it('shows the newest message, and not an older one that arrives late', async () => {
    const { db } = database
    await touchConversation(db, ours, 'v1', newest(11))
    await touchConversation(db, ours, 'v1', newest(4))
    expect(await conversationById(db, ours, 'v1')).toMatchObject({ ...newest(11), version: 2 })
    await touchConversation(db, ours, 'v1', { ...newest(11), preview: 'in the same millisecond' })
    expect(await conversationById(db, ours, 'v1')).toMatchObject({ preview: 'in the same millisecond', version: 3 })
    expect(await conversationById(db, theirs, 'v1')).toMatchObject({ preview: 'Hello', lastMessageAt: at(10) })
  })

  it.each([
    ['done', 'open'],
    ['open', 'open'],
    ['spam', 'spam'],
  ] as const)('a new message makes a conversation that was %s unread and %s', async (before, after) => {
    const { db } = database
    await updateConversation(db, ours, 'v1', { status: before, unread: false })
    await reopenConversation(db, ours, 'v1')
    expect(await conversationById(db, ours, 'v1')).toMatchObject({ status: after, unread: true })
  })

  it('counts what is open and unread in one office', async () => {
    const { db } = database
    await run(
      insertConversation(db, conversation(ours, 'read', { unread: false })),
      insertConversation(db, conversation(ours, 'done', { status: 'done' })),
      insertConversation(db, conversation(ours, 'v2')),
    )
    expect([await countUnread(db, ours), await countUnread(db, theirs)]).toEqual([2, 1])
  })

  it('lists by status, contact and a folded part of the subject', async () => {
    const { db } = database
    await run(
      insertConversation(db, conversation(ours, 'v2', { subject: 'Ärger mit der RECHNUNG 100%' })),
      insertConversation(db, conversation(ours, 'v3', { status: 'done', contactId: 'c1' })),
    )
    expect(ids(await page(ours, { text: 'arger mit' }))).toEqual(['v2'])
    expect(ids(await page(ours, { text: '0%' }))).toEqual(['v2'])
    expect(ids(await page(ours, { text: 'r_chnung' }))).toEqual([])
    expect(ids(await page(ours, { status: 'done' }))).toEqual(['v3'])
    expect(ids(await page(ours, { contactId: 'c1' }))).toEqual(['v1'])
    expect(ids(await page(theirs, { text: 'arger' }))).toEqual([])
  })

  it('names the contact and counts what waits, each of the same office', async () => {
    const { db } = database
    await run(
      insertSuggestion(db, suggestion(ours, 's2')),
      insertSuggestion(db, suggestion(ours, 's3', { status: 'rejected' })),
      insertConversation(db, conversation(ours, 'v2')),
    )
    const shown = (await page()).map((row) => [row.conversation.id, row.contactName, row.waiting])
    expect(shown).toEqual([
      ['v1', 'Ann', 2],
      ['v2', null, 0],
    ])
    expect(await page(theirs)).toMatchObject([{ contactName: 'Their Ann', waiting: 1 }])
  })

  it('knows conversations by the ids of their messages, the oldest first', async () => {
    const { db } = database
    await run(
      insertConversation(db, conversation(ours, 'v0', { createdAt: at(-1) })),
      insertThreadKey(db, ours, '<0@example.com>', 'v0'),
      insertThreadKey(db, theirs, '<2@example.com>', 'v1'),
    )
    const keys = ['<1@example.com>', '<0@example.com>', '<2@example.com>', '"; drop', ...Array(300).fill('<unknown>')]
    const found = await conversationsOfKeys(db, ours, keys)
    expect(found.map((row) => [row.key, row.conversation.id])).toEqual([
      ['<0@example.com>', 'v0'],
      ['<1@example.com>', 'v1'],
    ])
    expect(await fateOf(insertThreadKey(db, ours, '<1@example.com>', 'v0'))).toBe('conflict')
  })

  it('knows who takes part, the newest message first', async () => {
    const { db } = database
    const to = [{ name: 'Ünal', address: 'u@example.com' }]
    await insertMessage(db, message(ours, 'm2', { to, at: at(1) }))
    await insertMessage(db, message(theirs, 'm3', { at: at(2) }))
    const ann = { name: 'Ann', address: 'ann@example.com' }
    expect(await participantsOf(db, ours, 'v1')).toEqual([
      { from: ann, to, cc: [] },
      { from: ann, to: [], cc: [] },
    ])
  })

  it('neither finds nor changes what is another office’s', async () => {
    const { db } = database
    await insertConversation(db, conversation(theirs, 'secret', { status: 'done', unread: false }))
    await insertThreadKey(db, theirs, '<secret>', 'secret')
    const before = await everythingOf(db, theirs)
    expect(await conversationById(db, ours, 'secret')).toBeNull()
    expect(await conversationsOfKeys(db, ours, ['<secret>'])).toEqual([])
    expect(await participantsOf(db, ours, 'secret')).toEqual([])
    expect(ids(await page(ours, { status: 'done' }))).toEqual([])
    await touchConversation(db, ours, 'secret', newest(99))
    await reopenConversation(db, ours, 'secret')
    await updateConversation(db, ours, 'secret', { status: 'spam' })
    expect(await everythingOf(db, theirs)).toEqual(before)
  })

  it('refuses to refer to a contact or conversation of another office, also when it is changed', async () => {
    const { db } = database
    await insertContact(db, contact(theirs, 'c2'))
    await insertConversation(db, conversation(theirs, 'v2'))
    expect(await fateOf(insertConversation(db, conversation(ours, 'v3', { contactId: 'c2' })))).toBe('refused')
    expect(await fateOf(updateConversation(db, ours, 'v1', { contactId: 'c2' }))).toBe('refused')
    expect(await fateOf(insertThreadKey(db, ours, '<2@example.com>', 'v2'))).toBe('refused')
  })
})
