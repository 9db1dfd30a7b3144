import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import { insertIntake, insertSuggestion, pageOfWaiting } from '../../db/queries/assistant.ts'
import { pageOfContacts } from '../../db/queries/contact-list.ts'
import { insertContact } from '../../db/queries/contacts.ts'
import { insertConversation, pageOfConversations } from '../../db/queries/conversations.ts'
import { insertMessage, pageOfMessages } from '../../db/queries/messages.ts'
import { insertActivity, pageOfTimeline } from '../../db/queries/timeline.ts'
import { suggestions } from '../../db/schema/assistant.ts'
import { contacts } from '../../db/schema/contacts.ts'
import { conversations, messages } from '../../db/schema/inbox.ts'
import type { Db } from '../../db/schema/index.ts'
import { activities } from '../../db/schema/timeline.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { at, contact, conversation, intake, message, ours, suggestion, theirs } from './rows.ts'
import { run, testDatabase, writeInBoth } from './two-offices.ts'

const RUNS = 12

/** Few instants and many rows, so that the id has to decide. */
const somewhen = fc.integer({ min: 0, max: 3 }).map(at)
const id = fc.string({ unit: fc.constantFrom('a', 'b', 'B', '1', '-'), minLength: 1, maxLength: 3 })
const name = fc.string({
  unit: fc.constantFrom('a', 'É', 'ö', 'Z', ' ', '%', '_', '😀', 'ﬁ'),
  minLength: 1,
  maxLength: 3,
})
const limit = fc.integer({ min: 1, max: 4 })
const rows = fc.uniqueArray(fc.record({ id, name, at: somewhen }), { selector: (row) => row.id, maxLength: 15 })
type Row = { id: string; name: string; at: Date }

/** Follows a list from page to page, as a screen does, to its end. */
async function walk<Item, Key>(page: (after: Key | null) => Promise<Item[]>, keyOf: (item: Item) => Key) {
  const seen: Key[] = []
  for (let after: Key | null = null; ; ) {
    const items: Item[] = await page(after)
    seen.push(...items.map(keyOf))
    const last = items.at(-1)
    if (!last) return seen
    after = keyOf(last)
    if (seen.length > 100) throw new Error('The pages do not end.')
  }
}

/** Text in the order of its characters, which is the order of its bytes in UTF-8. */
const byText = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))
const byTime = (a: Row, b: Row) => a.at.getTime() - b.at.getTime() || byText(a.id, b.id)
const keys = (sorted: Row[]) => sorted.map((row) => ({ at: row.at, id: row.id }))

const database = testDatabase((db) =>
  writeInBoth(db, (db, officeId) => [
    insertContact(db, contact(officeId, 'c1', { archivedAt: at(0) })),
    insertConversation(db, conversation(officeId, 'v1', { status: 'spam' })),
    insertMessage(db, message(officeId, 'm1')),
    insertIntake(db, intake(officeId, 'i1')),
  ]),
)

type List = {
  what: string
  clear: (db: Db) => PromiseLike<unknown>
  insert: (db: Db, officeId: OfficeId, row: Row) => PromiseLike<unknown>
  read: (db: Db, limit: number) => Promise<unknown>
  expected: (rows: Row[]) => unknown
}

const newestFirst = (rows: Row[]) => keys([...rows].sort(byTime).reverse())

/** Some rows are of one kind and some of another, by their ids. */
const kindOf = (id: string) => (id.charCodeAt(id.length - 1) % 2 === 0 ? 'note_added' : 'task_created')

const lists: List[] = [
  {
    what: 'the timeline of a contact',
    clear: (db) => db.delete(activities),
    insert: (db, officeId, { id, at, name }) =>
      insertActivity(db, {
        officeId,
        id,
        contactId: 'c1',
        at,
        kind: 'task_created',
        entityId: 't1',
        title: name,
        by: { kind: 'sender' },
      }),
    read: (db, limit) =>
      walk(
        (after: { at: Date; id: string } | null) => pageOfTimeline(db, ours, 'c1', { after, limit }),
        (row) => ({ at: row.at, id: row.id }),
      ),
    expected: newestFirst,
  },
  {
    what: 'a part of the timeline of a contact',
    clear: (db) => db.delete(activities),
    insert: (db, officeId, { id, at, name }) =>
      insertActivity(db, {
        ...{ officeId, id, contactId: 'c1', at, kind: kindOf(id), entityId: 't1', title: name },
        by: { kind: 'sender' },
      }),
    read: (db, limit) =>
      walk(
        (after: { at: Date; id: string } | null) =>
          pageOfTimeline(db, ours, 'c1', { kinds: ['note_added'], after, limit }),
        (row) => ({ at: row.at, id: row.id }),
      ),
    expected: (rows) => newestFirst(rows.filter(({ id }) => kindOf(id) === 'note_added')),
  },
  {
    what: 'the list of conversations',
    clear: (db) => db.delete(conversations).where(eq(conversations.status, 'open')),
    insert: (db, officeId, { id, at, name }) =>
      insertConversation(db, conversation(officeId, `o${id}`, { lastMessageAt: at, subject: name })),
    read: (db, limit) =>
      walk(
        (after: { at: Date; id: string } | null) =>
          pageOfConversations(db, ours, { filter: { status: 'open', contactId: null, text: '' }, after, limit }),
        ({ conversation: { lastMessageAt, id } }) => ({ at: lastMessageAt, id }),
      ),
    expected: (rows) => newestFirst(rows.map((row) => ({ ...row, id: `o${row.id}` }))),
  },
  {
    what: 'the messages of a conversation',
    clear: (db) => db.delete(messages).where(eq(messages.direction, 'out')),
    insert: (db, officeId, { id, at }) =>
      insertMessage(db, message(officeId, `o${id}`, { conversationId: 'v1', direction: 'out', at })),
    read: async (db, limit) => {
      const seen = await walk(
        (before: { at: Date; id: string } | null) => pageOfMessages(db, ours, 'v1', { before, limit }),
        (row) => ({ at: row.at, id: row.id }),
      )
      return seen.filter((key) => key.id !== 'm1')
    },
    expected: (rows) => newestFirst(rows.map((row) => ({ ...row, id: `o${row.id}` }))),
  },
  {
    what: 'what waits for a member',
    clear: (db) => db.delete(suggestions),
    insert: (db, officeId, { id, at }) => insertSuggestion(db, suggestion(officeId, id, { createdAt: at })),
    read: (db, limit) =>
      walk(
        (after: { at: Date; id: string } | null) => pageOfWaiting(db, ours, { after, limit }),
        ({ suggestion: { createdAt, id } }) => ({ at: createdAt, id }),
      ),
    expected: (rows) => keys([...rows].sort(byTime)),
  },
  {
    what: 'the contacts by name',
    clear: (db) => db.delete(contacts).where(eq(contacts.version, 2)),
    insert: (db, officeId, { id, name }) => insertContact(db, contact(officeId, `o${id}`, { name, version: 2 })),
    read: async (db, limit) => {
      const seen = await walk(
        (after: { nameKey: string; id: string; name: string } | null) =>
          pageOfContacts(db, ours, { text: '', after, limit }),
        ({ nameKey, id, name }) => ({ nameKey, id, name }),
      )
      return seen.map(({ id, name }) => ({ id, name }))
    },
    expected: (rows) => {
      const folded = (name: string) => name.replaceAll('É', 'e').replaceAll('ö', 'o').toLowerCase()
      return [...rows]
        .sort((a, b) => byText(folded(a.name), folded(b.name)) || byText(`o${a.id}`, `o${b.id}`))
        .map(({ id, name }) => ({ id: `o${id}`, name }))
    },
  },
]

describe(`paging on ${dialect}`, () => {
  it.each(lists)('$what goes to the end without a gap, a double or another office’s row', async (list) => {
    const { db } = database
    await fc.assert(
      fc.asyncProperty(rows, rows, limit, async (oursRows, theirRows, limit) => {
        const mine = oursRows.map((row) => list.insert(db, ours, row))
        const others = theirRows.map((row) => list.insert(db, theirs, row))
        await run(list.clear(db), ...mine, ...others)
        expect(await list.read(db, limit)).toEqual(list.expected(oursRows))
      }),
      { numRuns: RUNS },
    )
  })
})
