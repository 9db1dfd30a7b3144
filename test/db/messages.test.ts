import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import { insertContact } from '../../db/queries/contacts.ts'
import { insertConversation } from '../../db/queries/conversations.ts'
import {
  assignMessages,
  attachmentById,
  attachmentsOf,
  insertAttachment,
  insertMessage,
  messageById,
  messageByKey,
  moveMessage,
  removeDraft,
  updateDraft,
} from '../../db/queries/messages.ts'
import type { NewAttachment } from '../../db/schema/inbox.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { contact, conversation, message, ours, theirs } from './rows.ts'
import { everythingOf, fateOf, run, testDatabase, writeInBoth } from './two-offices.ts'

const attachment = (officeId: OfficeId, id: string, more: Partial<NewAttachment> = {}): NewAttachment => ({
  officeId,
  id,
  messageId: 'm1',
  name: 'plan.pdf',
  type: 'application/pdf',
  bytes: 12,
  fileKey: `files/${id}`,
  position: 0,
  ...more,
})
const written = { direction: 'out', state: 'draft' } as const

const database = testDatabase((db) =>
  writeInBoth(db, (db, officeId) => [
    insertContact(db, contact(officeId, 'c1')),
    insertConversation(db, conversation(officeId, 'v1')),
    insertConversation(db, conversation(officeId, 'v2')),
    insertMessage(db, message(officeId, 'm1')),
    insertMessage(db, message(officeId, 'draft', written)),
    insertAttachment(db, attachment(officeId, 'a1')),
  ]),
)

describe(`messages on ${dialect}`, () => {
  it('keeps every field as it was given: text, lists, flags, and instants to the millisecond', async () => {
    const { db } = database
    const whole = {
      ...message(ours, 'm2'),
      contactId: 'c1',
      internetMessageId: '<2@example.com>',
      references: ['<1@example.com>', '"quoted" <\\>'],
      from: { name: 'Zoë 😀 "Z"', address: 'zoe@example.com' },
      to: [{ name: '', address: 'a@example.com' }],
      cc: [{ name: 'null', address: 'b@example.com' }],
      replyTo: { name: '', address: 'c@example.com' },
      subject: '',
      text: 'Grüße\r\n\tمرحبا\u2028’; --',
      textIsWhole: false,
      ranges: [{ start: 0, end: 7, kind: 'reply' as const }],
      rawKey: 'raw/2',
      htmlKey: null,
      blockedImages: 3,
      isBulk: true,
      notes: ['One part could not be read.'],
      authorId: null,
      at: new Date('2026-03-29T01:00:00.001Z'),
      sentAt: new Date('1969-12-31T23:59:59.999Z'),
      createdAt: new Date('2026-10-25T00:59:59.999Z'),
    }
    await insertMessage(db, whole)
    const kept = { ...whole, textKey: 'gruße مرحبا' }
    expect(await messageById(db, ours, 'm2')).toEqual(kept)
    expect(await messageByKey(db, ours, 'key of m2')).toEqual(kept)
  })

  it('refuses a mail that was filed before, in the same office only', async () => {
    const { db } = database
    const again = message(ours, 'm9', { messageKey: 'key of m1' })
    expect(await fateOf(insertMessage(db, again))).toBe('conflict')
    await insertMessage(db, message(theirs, 'm9', { messageKey: 'only theirs' }))
    expect(await messageByKey(db, ours, 'only theirs')).toBeNull()
    expect(await fateOf(insertMessage(db, { ...again, messageKey: 'only theirs' }))).toBe('stored')
  })

  it('moves a message from the state it is in, once', async () => {
    const { db } = database
    const moves = Array.from({ length: 5 }, () => moveMessage(db, ours, 'draft', 'draft', 'queued'))
    expect((await Promise.all(moves)).flat()).toEqual([{ id: 'draft' }])
    expect(await moveMessage(db, ours, 'draft', 'draft', 'sent')).toEqual([])
    expect((await messageById(db, theirs, 'draft'))?.state).toBe('draft')
  })

  it('rewrites a draft, and nothing that arrived or is on its way', async () => {
    const { db } = database
    const words = { subject: 'Hello', text: 'Dear Ann', authorId: 'u1' }
    expect(await updateDraft(db, ours, 'draft', words)).toEqual([{ id: 'draft' }])
    expect(await messageById(db, ours, 'draft')).toMatchObject({
      ...words,
      ranges: [{ start: 0, end: 8, kind: 'reply' }],
    })
    expect(await updateDraft(db, ours, 'm1', words)).toEqual([])
    await moveMessage(db, ours, 'draft', 'draft', 'queued')
    expect(await updateDraft(db, ours, 'draft', words)).toEqual([])
  })

  it('removes a draft, and nothing that arrived or is on its way', async () => {
    const { db } = database
    await run(removeDraft(db, ours, 'm1'), removeDraft(db, ours, 'draft'))
    expect(await messageById(db, ours, 'm1')).not.toBeNull()
    expect(await messageById(db, ours, 'draft')).toBeNull()
    expect(await messageById(db, theirs, 'draft')).not.toBeNull()
  })

  it('gives the messages of one conversation of one office to a contact', async () => {
    const { db } = database
    await insertMessage(db, message(ours, 'm2', { conversationId: 'v2' }))
    await assignMessages(db, ours, 'v1', 'c1')
    const owner = async (officeId: OfficeId, id: string) => (await messageById(db, officeId, id))?.contactId
    expect(await owner(ours, 'm1')).toBe('c1')
    expect(await owner(ours, 'm2')).toBeNull()
    expect(await owner(theirs, 'm1')).toBeNull()
  })

  it('gives the attachments of many messages in their order', async () => {
    const { db } = database
    await run(
      insertMessage(db, message(ours, 'm0')),
      insertAttachment(db, attachment(ours, 'a2', { position: 2 })),
      insertAttachment(db, attachment(ours, 'a3', { position: 1 })),
      insertAttachment(db, attachment(ours, 'a4', { messageId: 'm0' })),
    )
    const many = Array.from({ length: 300 }, (_, n) => `m${n}`)
    expect((await attachmentsOf(db, ours, many)).map((row) => row.id)).toEqual(['a4', 'a1', 'a3', 'a2'])
    expect(await attachmentsOf(db, ours, [])).toEqual([])
    expect(await fateOf(insertAttachment(db, attachment(ours, 'a5', { position: 1 })))).toBe('conflict')
  })

  it('neither finds nor changes what is another office’s', async () => {
    const { db } = database
    await run(
      insertConversation(db, conversation(theirs, 'secret')),
      insertMessage(db, message(theirs, 'secret', { ...written, conversationId: 'secret' })),
      insertAttachment(db, attachment(theirs, 'secret', { messageId: 'secret' })),
    )
    const before = await everythingOf(db, theirs)
    expect(await messageById(db, ours, 'secret')).toBeNull()
    expect(await attachmentById(db, ours, 'secret')).toBeNull()
    expect(await attachmentsOf(db, ours, ['secret'])).toEqual([])
    expect(await updateDraft(db, ours, 'secret', { subject: 'Hello', text: 'Ours now', authorId: 'u1' })).toEqual([])
    expect(await moveMessage(db, ours, 'secret', 'draft', 'queued')).toEqual([])
    await run(removeDraft(db, ours, 'secret'), assignMessages(db, ours, 'secret', 'c1'))
    expect(await everythingOf(db, theirs)).toEqual(before)
  })

  it('refuses to refer to a conversation, contact or message of another office', async () => {
    const { db } = database
    await run(
      insertContact(db, contact(theirs, 'c2')),
      insertConversation(db, conversation(theirs, 'v3')),
      insertMessage(db, message(theirs, 'm3')),
    )
    expect(await fateOf(insertMessage(db, message(ours, 'm4', { conversationId: 'v3' })))).toBe('refused')
    expect(await fateOf(insertMessage(db, message(ours, 'm4', { contactId: 'c2' })))).toBe('refused')
    expect(await fateOf(insertAttachment(db, attachment(ours, 'a4', { messageId: 'm3' })))).toBe('refused')
    expect(await fateOf(assignMessages(db, ours, 'v1', 'c2'))).toBe('refused')
  })
})
