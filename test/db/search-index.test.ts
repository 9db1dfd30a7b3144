import { and, type Column, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dialect, type Statement } from '#dialect'
import { contactsFound } from '../../db/queries/contact-list.ts'
import {
  archiveContact,
  insertAddress,
  insertContact,
  linkAddress,
  renameContact,
  unlinkAddress,
} from '../../db/queries/contacts.ts'
import { insertConversation } from '../../db/queries/conversations.ts'
import { insertDeal, insertPipeline, insertStages } from '../../db/queries/deals.ts'
import { findCompanies, findDeals, findFiles, findMessages, findTasks } from '../../db/queries/find-records.ts'
import { insertAttachment, insertMessage, updateDraft } from '../../db/queries/messages.ts'
import { alone, commit } from '../../db/queries/plan.ts'
import { removeOfficeRows } from '../../db/queries/remove-office.ts'
import { holdingAll, holdingSlipped, indexedOnce } from '../../db/queries/search-index.ts'
import { deleteTagging, insertTagging } from '../../db/queries/tags.ts'
import { insertTask } from '../../db/queries/tasks.ts'
import { companies } from '../../db/schema/companies.ts'
import { addresses, contactAddresses, contactCompanies, contacts } from '../../db/schema/contacts.ts'
import { deals } from '../../db/schema/deals.ts'
import { attachments, messages } from '../../db/schema/inbox.ts'
import type { Db } from '../../db/schema/index.ts'
import { customFields, files, taggings, tags } from '../../db/schema/records.ts'
import { searchEntries, searchHeld, searchMarks } from '../../db/schema/search.ts'
import { tasks } from '../../db/schema/tasks.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { slipsOf, wordsIn } from '../../worker/kernel/search-words.ts'
import { searchKey } from '../../worker/kernel/text.ts'
import { address, at, contact, conversation, deal, message, OFFICES, ours, task, theirs } from './rows.ts'
import { run, testDatabase, writeInBoth } from './two-offices.ts'

const OPTIONS = [
  { id: 'o1', label: 'Größe M' },
  { id: 'o2', label: 'Large' },
]
const PEOPLE = ['c1', 'c2', 'c3']
const database = testDatabase((db) =>
  writeInBoth(db, (db, officeId) => [
    ...PEOPLE.map((id) => insertContact(db, contact(officeId, id, { name: 'Ann Weber' }))),
    insertAddress(db, address(officeId, 'a1', 'anna.weber@mail.test')),
    insertAddress(db, address(officeId, 'a2', '+4930901820', { kind: 'phone' })),
    ...['k1', 'k2'].map((id) =>
      db.insert(companies).values({
        ...{ officeId, id, name: `Firm ${id}`, nameKey: `firm ${id}`, source: 'member', createdAt: at(0) },
      }),
    ),
    db.insert(tags).values({ officeId, id: 'g1', name: 'VIP', nameKey: 'vip', color: 'red', createdAt: at(0) }),
    db.insert(customFields).values([
      { officeId, id: 'f1', record: 'contact', label: 'Street', kind: 'text', position: 0, createdAt: at(0) },
      {
        officeId,
        id: 'f2',
        record: 'contact',
        label: 'Size',
        kind: 'choice',
        options: OPTIONS,
        position: 1,
        createdAt: at(0),
      },
    ]),
    insertPipeline(db, { officeId, id: 'p1', name: 'Sales', position: 0 }),
    insertStages(db, [{ officeId, id: 'open', pipelineId: 'p1', name: 'New', kind: 'open', position: 0 }]),
    insertDeal(db, deal(officeId, 'd1', { title: 'Bathroom' })),
    insertTask(db, task(officeId, 't1', { title: 'Call back' })),
    insertConversation(db, conversation(officeId, 'v1')),
    insertMessage(db, message(officeId, 'm1', { state: 'draft' })),
    insertAttachment(db, attachment(officeId)),
    db.insert(files).values({
      ...{ officeId, id: 'e1', record: 'contact', recordId: 'c1', name: 'Photo.png', nameKey: 'photo.png' },
      ...{ type: 'image/png', bytes: 1, fileKey: 'k', authorId: 'u1', createdAt: at(0) },
    }),
  ]),
)
const attachment = (officeId: OfficeId) => ({
  ...{ officeId, id: 'x1', messageId: 'm1', name: 'Kostenvoranschlag Öl.pdf', type: 'application/pdf', bytes: 1 },
  ...{ fileKey: 'k', contentId: null, position: 0 },
})

/** What the index should hold of an office, worked out from its rows in plain code: words by kind and id. */
async function plainly(db: Db, officeId: OfficeId): Promise<Record<string, string[]>> {
  const of = <T extends { officeId: string; archivedAt?: Date | null }>(rows: T[]) =>
    rows.filter((row) => row.officeId === officeId && !row.archivedAt)
  const [people, firms, links, places, jobs, labels, marks, own] = await Promise.all([
    ...[db.select().from(contacts), db.select().from(companies), db.select().from(contactAddresses)],
    ...[db.select().from(addresses), db.select().from(contactCompanies), db.select().from(tags)],
    ...[db.select().from(taggings), db.select().from(customFields)],
  ] as const)
  const fieldWords = (record: string, fields: Record<string, unknown>) =>
    of(own)
      .filter((field) => field.record === record && fields[field.id] !== undefined)
      .map(({ id, kind, options }) =>
        kind === 'choice' ? (options.find((option) => option.id === fields[id])?.label ?? '') : String(fields[id]),
      )
  const placeWords = (contactId: string) =>
    of(links)
      .filter((link) => link.contactId === contactId)
      .flatMap(({ addressId }) => of(places).filter(({ id }) => id === addressId))
      .flatMap(({ kind, value }) => {
        const digits = value.replace('+', '')
        return kind === 'phone' ? Array.from({ length: 12 }, (_, from) => digits.slice(from)) : [value]
      })
  const found: [string, string[]][] = [
    ...of(people).map(({ id, name, fields }): [string, string[]] => [
      `contact ${id}`,
      [
        ...[name, ...placeWords(id), ...fieldWords('contact', fields)],
        ...of(jobs)
          .filter((job) => job.contactId === id)
          .flatMap((job) =>
            of(firms)
              .filter((firm) => firm.id === job.companyId)
              .map((firm) => firm.name),
          ),
        ...of(marks)
          .filter((mark) => mark.record === 'contact' && mark.recordId === id)
          .flatMap((mark) =>
            of(labels)
              .filter((label) => label.id === mark.tagId)
              .map((label) => label.name),
          ),
      ],
    ]),
    ...of(people).map(({ id, name }): [string, string[]] => [`contact_name ${id}`, [name]]),
    ...of(firms).map(({ id, name }): [string, string[]] => [`company_name ${id}`, [name]]),
    ...of(firms).map(({ id, name, website }): [string, string[]] => [`company ${id}`, [name, website ?? '']]),
    ...of(await db.select().from(deals)).map(({ id, title }): [string, string[]] => [`deal ${id}`, [title]]),
    ...of(await db.select().from(tasks)).map(({ id, title }): [string, string[]] => [`task ${id}`, [title]]),
    ...of(await db.select().from(messages)).map(({ id, subject, text }): [string, string[]] => [
      `message ${id}`,
      [subject, text],
    ]),
    ...of(await db.select().from(attachments)).map(({ id, name }): [string, string[]] => [`attachment ${id}`, [name]]),
    ...of(await db.select().from(files)).map(({ id, name }): [string, string[]] => [`file ${id}`, [name]]),
  ]
  return Object.fromEntries(found.map(([key, texts]) => [key, [...new Set(texts.flatMap(wordsIn))].sort()]))
}

async function indexed(db: Db, officeId: OfficeId): Promise<Record<string, string[]>> {
  const rows = await db.select().from(searchEntries).where(eq(searchEntries.officeId, officeId))
  return Object.fromEntries(
    rows.map(({ record, recordId, name, words }) => [
      `${record} ${recordId}`,
      [...new Set((record.endsWith('_name') ? name : words).split(' ').filter(Boolean))].sort(),
    ]),
  )
}

const NAMES = ['Mára Ödegård', 'O’Brien, "Tim"', 'Weberknecht', 'ann', 'Łukasz %_ 100', '']
const of = (table: { officeId: Column; id: Column }, officeId: OfficeId, id: string) =>
  and(eq(table.officeId, officeId), eq(table.id, id))

type Step = { what: number; id: string; name: string; officeId: OfficeId }
/** One write of any kind that changes by what something is found, or does not. */
function write(db: Db, { what, id, name, officeId }: Step, n: number): Statement {
  const nameKey = searchKey(name)
  const link = { officeId, contactId: id, addressId: n % 2 ? 'a1' : 'a2' }
  const fields = n % 3 ? { f1: `Straße ${name}`, f2: n % 2 ? 'o1' : 'o2' } : {}
  const archivedAt = n % 2 ? at(n) : null
  const steps: (() => Statement)[] = [
    () => insertContact(db, contact(officeId, `n${n}`, { name, fields })),
    () => renameContact(db, officeId, id, 1, name),
    () =>
      db
        .update(contacts)
        .set({ name, nameKey })
        .where(of(contacts, officeId, id)),
    () => archiveContact(db, officeId, id, archivedAt),
    () =>
      db
        .update(contacts)
        .set({ fields })
        .where(of(contacts, officeId, id)),
    () => linkAddress(db, link),
    () => unlinkAddress(db, officeId, id, link.addressId),
    () =>
      db
        .update(addresses)
        .set({ value: n % 2 ? `x${n}@other.test` : '+33170189900', kind: n % 2 ? 'email' : 'phone' })
        .where(of(addresses, officeId, link.addressId)),
    () =>
      db
        .insert(contactCompanies)
        .values({ officeId, contactId: id, companyId: n % 2 ? 'k1' : 'k2', createdAt: at(0) })
        .onConflictDoNothing(),
    () =>
      db
        .delete(contactCompanies)
        .where(and(eq(contactCompanies.officeId, officeId), eq(contactCompanies.contactId, id))),
    () =>
      db
        .update(companies)
        .set({ name, nameKey, website: 'https://weber.test/' })
        .where(of(companies, officeId, 'k1')),
    () =>
      db
        .update(companies)
        .set({ archivedAt })
        .where(of(companies, officeId, 'k2')),
    () => insertTagging(db, { officeId, tagId: 'g1', record: 'contact', recordId: id, createdAt: at(0) }),
    () => deleteTagging(db, officeId, 'contact', id, 'g1'),
    () =>
      db
        .update(tags)
        .set({ name, nameKey })
        .where(of(tags, officeId, 'g1')),
    () =>
      db
        .update(customFields)
        .set({ archivedAt })
        .where(of(customFields, officeId, n % 3 ? 'f1' : 'f2')),
    () =>
      db
        .update(customFields)
        .set({ options: [{ id: 'o1', label: name || 'none' }] })
        .where(of(customFields, officeId, 'f2')),
    () =>
      db
        .update(deals)
        .set({ title: name, titleKey: nameKey, archivedAt })
        .where(of(deals, officeId, 'd1')),
    () =>
      db
        .update(tasks)
        .set({ title: name, titleKey: nameKey })
        .where(of(tasks, officeId, 't1')),
    () =>
      db
        .update(tasks)
        .set({ archivedAt })
        .where(of(tasks, officeId, 't1')),
    () => updateDraft(db, officeId, 'm1', { subject: 'Hello', text: `Geländer ${name}`, authorId: 'u1' }),
    () => db.delete(attachments).where(eq(attachments.officeId, officeId)),
    () => insertAttachment(db, attachment(officeId)).onConflictDoNothing(),
    () =>
      db
        .update(files)
        .set({ name, nameKey, archivedAt })
        .where(of(files, officeId, 'e1')),
    () =>
      db
        .update(contacts)
        .set({ version: 1 })
        .where(of(contacts, officeId, id)),
  ]
  return steps[what % steps.length]!()
}

describe(`the search index on ${dialect}`, () => {
  it('holds exactly the words of what is not in the trash, whatever was written in whatever order, at once or together', async () => {
    const { db } = database
    const step = fc.record({
      ...{
        what: fc.nat(24),
        id: fc.constantFrom(...PEOPLE),
        name: fc.constantFrom(...NAMES),
        officeId: fc.constantFrom(...OFFICES),
      },
    })
    let made = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), fc.boolean(), async (steps, together) => {
        const first = made
        made += steps.length
        const all = alone((db) => steps.map((each, at) => write(db, each, first + at)))
        if (together) await commit(db, indexedOnce(ours, indexedOnce(theirs, all)))
        else for (const [at, each] of steps.entries()) await write(db, each, first + at)
        for (const officeId of OFFICES) expect(await indexed(db, officeId)).toEqual(await plainly(db, officeId))
      }),
      { numRuns: 24 },
    )
    expect(await db.select().from(searchHeld)).toEqual([])
    expect(await db.select().from(searchMarks)).toEqual([])
  })

  it('finds whatever begins with the words, in the order in which they are typed, and nothing of another office', async () => {
    const { db } = database
    await run(
      renameContact(db, ours, 'c1', 1, 'Mára Ödegård-Neubauer'),
      linkAddress(db, { officeId: ours, contactId: 'c2', addressId: 'a2' }),
      renameContact(db, theirs, 'c3', 1, 'Mára Ödegård'),
    )
    const people = async (officeId: OfficeId, words: string[], part: 'word' | 'name' = 'word') =>
      (await contactsFound(db, officeId, holdingAll(officeId, 'contact', words, part), 9)).map(({ id }) => id)
    for (const typed of ['o', 'ode', 'odegard', 'ma', 'neub']) expect(await people(ours, [typed])).toEqual(['c1'])
    expect(await people(ours, ['odeg', 'mar'])).toEqual(['c1'])
    expect(await people(ours, ['neub', 'mara'], 'name')).toEqual(['c1'])
    expect(await people(ours, ['1820'], 'name')).toEqual([])
    expect(await people(ours, ['odeg', 'ann'])).toEqual([])
    expect(await people(theirs, ['odegard'])).toEqual(['c3'])
    expect(await people(theirs, ['neubauer'])).toEqual([])
    for (const typed of ['4930901820', '9018', '1820', '30901820']) expect(await people(ours, [typed])).toEqual(['c2'])
    expect(await people(theirs, ['1820'])).toEqual([])
  })

  it('finds deals, tasks, companies, messages by a word in their middle, and files by their names', async () => {
    const { db } = database
    const text = `${'Lorem ipsum dolor sit amet. '.repeat(200)} Das Geländer wackelt. ${'Und so fort. '.repeat(50)}`
    await run(insertMessage(db, message(ours, 'm2', { text, messageKey: 'k2', at: at(9) })))
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
    expect(ids(await findMessages(db, ours, ['gelander'], 9))).toEqual(['m2'])
    expect(ids(await findMessages(db, ours, ['hello'], 9))).toEqual(['m2', 'm1'])
    expect(await findMessages(db, theirs, ['gelander'], 9)).toEqual([])
    expect(ids(await findDeals(db, ours, ['bath'], 9))).toEqual(['d1'])
    expect(ids(await findTasks(db, ours, ['back', 'call'], 9))).toEqual(['t1'])
    expect(ids(await findCompanies(db, ours, ['k1'], 9))).toEqual(['k1'])
    expect(ids(await findFiles(db, ours, ['ol'], 9))).toEqual(['x1'])
    expect(ids(await findFiles(db, ours, ['pho'], 9))).toEqual(['e1'])
  })

  it('finds a name with a slip in it, also while it is being typed', async () => {
    const { db } = database
    await run(
      renameContact(db, ours, 'c1', 1, 'Jonathan Schmidbauer'),
      renameContact(db, theirs, 'c2', 1, 'Schmidbauer'),
    )
    const like = async (officeId: OfficeId, ...words: string[]) =>
      (await contactsFound(db, officeId, holdingSlipped(officeId, 'contact', words), 9)).map(({ id }) => id)
    for (const typed of ['schmidbuer', 'shmidbaur', 'schmitbauer', 'shmid', 'scmidba', 'jonatan', 'bauer'])
      expect(await like(ours, typed), typed).toEqual(['c1'])
    expect(await like(ours, 'jonatan', 'schmid')).toEqual(['c1'])
    expect(await like(ours, 'jonatan', 'weber')).toEqual([])
    expect(await like(theirs, 'shmidbauer')).toEqual(['c2'])
  })

  it('spells names in the database as they are spelled in code', async () => {
    const { db } = database
    const word = fc.string({ unit: fc.constantFrom(...'abcäß'), minLength: 1, maxLength: 11 })
    let n = 0
    await fc.assert(
      fc.asyncProperty(word, async (name) => {
        n += 1
        const id = `w${n}`
        await insertContact(db, contact(ours, id, { name }))
        const [folded = ''] = wordsIn(name)
        for (const spelling of slipsOf(folded)) {
          const found = holdingSlipped(ours, 'contact', [spelling])
          if (spelling.length >= 4)
            expect(
              (await contactsFound(db, ours, found, 500)).map((row) => row.id),
              spelling,
            ).toContain(id)
        }
      }),
      { numRuns: 15 },
    )
  })

  it('takes any characters for words, in names and in what is typed', async () => {
    const { db } = database
    // Names hold no control characters: whoever reads a form or a mail takes them out.
    const odd = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 30 })
      .filter((text) => !/\p{Cc}|\p{Cs}/u.test(text))
    let n = 0
    await fc.assert(
      fc.asyncProperty(odd, async (name) => {
        n += 1
        const id = `z${n}`
        await insertContact(db, contact(ours, id, { name }))
        const words = wordsIn(name)
        if (words.length === 0) return
        const found = await contactsFound(db, ours, holdingAll(ours, 'contact', words.slice(0, 6), 'word'), 500)
        expect(found.map((row) => row.id)).toContain(id)
      }),
      { numRuns: 60 },
    )
  })

  it('is filled by many rows at once, and emptied with the office', async () => {
    const { db } = database
    await commit(
      db,
      alone((db) => [
        db
          .insert(contacts)
          .values(
            Array.from({ length: 6 }, (_, n) => ({ ...contact(ours, `bulk${n}`), name: 'Bulk', nameKey: 'bulk' })),
          ),
      ]),
    )
    expect(await contactsFound(db, ours, holdingAll(ours, 'contact', ['bulk'], 'word'), 99)).toHaveLength(6)
    const others = await indexed(db, theirs)
    await removeOfficeRows(db, ours)
    expect(await indexed(db, ours)).toEqual({})
    expect(await contactsFound(db, ours, holdingAll(ours, 'contact', ['bulk'], 'word'), 99)).toEqual([])
    expect(await indexed(db, theirs)).toEqual(others)
  })
})
