import { exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { insertContact } from '../../db/queries/contacts.ts'
import { updateDeal } from '../../db/queries/deals.ts'
import { colleagueOf, insideOf, rowsOf } from '../support/inside.ts'
import { inboxOf, postMail, understood } from '../support/mails.ts'
import { ORIGIN, ownerWithOffice, type Person } from '../support/people.ts'
import { rawMail } from '../support/raw-mail.ts'

type Office = { owner: Person; officeId: string }
let ours: Office
let theirs: Office
let viewer: Person
beforeAll(async () => {
  ours = await ownerWithOffice('Salon Ours')
  theirs = await ownerWithOffice('Salon Theirs')
  viewer = await colleagueOf(ours.owner, ours.officeId, 'viewer')
})

const caller = () => ours.owner.caller
const newContact = (name: string, more: { email?: string; phone?: string } = {}) =>
  caller().contacts.create.mutate({ name, email: more.email ?? null, phone: more.phone ?? null })
const newTask = (title: string, contactId: string) => caller().tasks.create.mutate({ title, dueOn: null, contactId })
/** A mail with a text and one file. */
const mailWithFile = (subject: string, text: string, name: string) =>
  rawMail({
    ...{
      subject,
      from: `Vera <vera.${unique()}@customer.test>`,
      headers: ['Content-Type: multipart/mixed; boundary=b'],
    },
    text: `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n--b\r\nContent-Type: application/pdf; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n%PDF\r\n--b--\r\n`,
  })
const unique = () => crypto.randomUUID().slice(0, 8)

describe('a contact that is deleted', () => {
  it('goes with its tasks in one step, and comes back with them', async () => {
    const { id } = await newContact(`Delia ${unique()}`)
    await newTask('Call Delia', id)
    const { actId, title } = await caller().trash.discard.mutate({ record: 'contact', id })
    expect(title).toContain('with one thing')
    await expect(caller().contacts.byId.query({ id })).rejects.toThrow('does not exist')
    expect(await caller().tasks.list.query({ contactId: id })).toEqual([])
    expect((await caller().acts.list.query({})).rows.map((row) => row.id)).toContain(actId)
    await expect(theirs.owner.caller.acts.undo.mutate({ id: actId })).rejects.toThrow('does not exist')
    await expect(viewer.caller.acts.undo.mutate({ id: actId })).rejects.toThrow('You may look')
    expect(await caller().acts.undo.mutate({ id: actId })).toEqual({ id: actId, state: 'undone', kept: 0 })
    expect(await caller().contacts.byId.query({ id })).toMatchObject({ id })
    expect(await caller().tasks.list.query({ contactId: id })).toHaveLength(1)
    expect((await caller().acts.list.query({})).rows.map((row) => row.id)).not.toContain(actId)
    await expect(caller().acts.undo.mutate({ id: actId })).rejects.toThrow('no longer')
  })

  it('of another office is not found', async () => {
    const { id } = await newContact(`Delia ${unique()}`)
    await expect(theirs.owner.caller.trash.discard.mutate({ record: 'contact', id })).rejects.toThrow('does not exist')
    await expect(viewer.caller.trash.discard.mutate({ record: 'contact', id })).rejects.toThrow('You may look')
  })
})

describe('two contacts that are one person', () => {
  it('are found, merged, reached by the old address, and parted again', async () => {
    const last = unique()
    const one = await newContact(`Mara ${last}`, { email: `mara.${last}@customer.test` })
    const other = await newContact(`M. ${last}`, { email: `mara.${last}@customer.test`, phone: '030 901855' })
    const pairOf = async () =>
      (await caller().contacts.duplicates.query()).find((pair) => pair.one.id === one.id && pair.other.id === other.id)
    expect(await pairOf()).toMatchObject({ why: [expect.stringContaining('@customer.test')] })
    await newTask('Call M.', other.id)
    const { actId } = await caller().contacts.merge.mutate({ keepId: one.id, dropId: other.id, fromOther: [] })
    expect(await caller().contacts.byId.query({ id: other.id })).toMatchObject({ id: one.id, name: `Mara ${last}` })
    expect(await caller().tasks.list.query({ contactId: one.id })).toHaveLength(1)
    expect(await pairOf()).toBeUndefined()
    expect(await caller().acts.undo.mutate({ id: actId })).toMatchObject({ kept: 0 })
    expect(await caller().contacts.byId.query({ id: other.id })).toMatchObject({ id: other.id, name: `M. ${last}` })
    expect(await caller().tasks.list.query({ contactId: other.id })).toHaveLength(1)
    await caller().contacts.tellApart.mutate({ oneId: one.id, otherId: other.id })
    expect(await pairOf()).toBeUndefined()
  })
})

describe('the search', () => {
  it('finds people by words in any order, by slips of the pen and by any part of a number, and their things', async () => {
    const last = `Zabransky${unique().replaceAll(/\d/g, 'x')}`
    const { id } = await newContact(`Olga ${last}`, { phone: '+49 30 901 87-65' })
    await newTask(`Pick up ${last}`, id)
    await caller().deals.create.mutate({ title: `Kitchen ${last}`, amount: null, contactId: id })
    const idsOf = async (text: string) => (await caller().search.find.query({ text })).contacts.map((hit) => hit.id)
    for (const text of [last, `${last} olga`, last.toUpperCase(), last.replace('br', 'rb'), last.slice(0, -1)])
      expect(await idsOf(text), text).toContain(id)
    for (const text of ['9018765', '030/901 87 65', '8765', '(30) 90187', '+4930901'])
      expect(await idsOf(text), text).toContain(id)
    const { deals, tasks } = await caller().search.find.query({ text: last })
    expect([deals[0]?.title, tasks[0]?.title]).toEqual([`Kitchen ${last}`, `Pick up ${last}`])
    const nothing = { contacts: [], companies: [], deals: [], tasks: [], conversations: [], files: [] }
    expect(await theirs.owner.caller.search.find.query({ text: last })).toEqual(nothing)
    expect(await caller().search.find.query({ text: '%_\\' })).toEqual(nothing)
  })

  it('finds the conversation of a word in the middle of a mail, shows its line, and finds files by their names', async () => {
    const [word, name] = [`Geländer${unique().replaceAll(/\d/g, 'x')}`, `plan-${unique()}.pdf`]
    const subject = `Stairs ${unique()}`
    const text = `${'Lorem ipsum dolor sit amet.\r\n'.repeat(80)}My ${word} came off.\r\n${'And so on.\r\n'.repeat(40)}`
    await postMail(await inboxOf(ours.owner), mailWithFile(subject, text, name))
    const { id } = await understood(ours.owner, subject)
    const typed = word.replace('ä', 'a').toUpperCase()
    for (const part of [typed, typed.slice(0, -4)]) {
      const [found] = (await caller().search.find.query({ text: part })).conversations
      expect(found).toMatchObject({ id, title: subject })
      const { text: line = '', ranges } = found?.snippet ?? { ranges: [] }
      expect(ranges.map(({ start, end }) => line.slice(start, end))).toEqual([word])
    }
    const { files } = await caller().search.find.query({ text: name.slice(0, -5) })
    expect(files).toMatchObject([{ title: name, detail: subject, on: { record: 'conversation', id } }])
    const { conversations, files: others } = await theirs.owner.caller.search.find.query({ text: word })
    expect([conversations, others]).toEqual([[], []])
  })

  it('finds people by a company, a tag and a field of the office, until they have it no longer', async () => {
    const { id } = await newContact(`Uma ${unique()}`)
    const [firm, street] = [`Zimmerei ${unique()}`, `Öxtal${unique()}`]
    await caller().companies.join.mutate({ contactId: id, name: firm, role: null })
    const { id: fieldId } = await caller().fields.create.mutate({
      ...{ record: 'contact', label: `Street ${unique()}`, kind: 'text' },
    })
    const value = { column: `fields.${fieldId}`, seen: null, typed: street }
    const { actId } = await caller().contacts.change.mutate({ id, changes: [value] })
    const idsOf = async (text: string) => (await caller().search.find.query({ text })).contacts.map((hit) => hit.id)
    expect(await idsOf(firm)).toEqual([id])
    expect(await idsOf(street.replace('Ö', 'o'))).toEqual([id])
    await caller().acts.undo.mutate({ id: actId! })
    expect(await idsOf(street)).toEqual([])
  })

  it('says of a number who calls, and what is open with them', async () => {
    const { id } = await newContact(`Carl ${unique()}`, { phone: '030 7654321' })
    await newTask('Send Carl the quote', id)
    const [card] = await caller().search.callers.query({ text: '0049 30 7654321' })
    expect(card).toMatchObject({ id, number: '030 7654321', openTask: { title: 'Send Carl the quote', dueOn: null } })
    expect(await caller().search.callers.query({ text: 'Carl' })).toEqual([])
    expect(await theirs.owner.caller.search.callers.query({ text: '7654321' })).toEqual([])
  })
})

describe('what nobody is on', () => {
  it('holds a conversation once it is answered, until a task follows or it is done', async () => {
    const inbox = await inboxOf(ours.owner)
    const subject = `Vouchers ${unique()}`
    const text = 'Do you sell gift vouchers, and how long are they valid?'
    await postMail(inbox, rawMail({ from: `Vera <vera.${unique()}@customer.test>`, subject, text }))
    const { id } = await understood(ours.owner, subject)
    const listed = async () => (await caller().unattended.list.query()).find((row) => row.id === id)
    expect(await listed()).toBeUndefined()
    await caller().inbox.writeReply.mutate({ conversationId: id, text: 'Yes, for three years.' })
    for (const task of await caller().tasks.list.query({}))
      if (task.conversationId === id)
        await caller().tasks.check.mutate({ id: task.id, version: task.version, done: true })
    expect(await listed()).toMatchObject({ title: subject })
    expect(await caller().unattended.count.query()).toBe((await caller().unattended.list.query()).length)
    const { id: taskId } = await caller().tasks.create.mutate({
      ...{ title: 'Follow up', dueOn: null, contactId: null, conversationId: id },
    })
    expect(await listed()).toBeUndefined()
    await caller().tasks.check.mutate({ id: taskId, version: 1, done: true })
    expect(await listed()).toBeDefined()
    await caller().inbox.setStatus.mutate({ id, status: 'done' })
    expect(await listed()).toBeUndefined()
    expect(await theirs.owner.caller.unattended.list.query()).toEqual([])
  })

  it('holds a deal without a next step, which a task about it is', async () => {
    const { id } = await caller().deals.create.mutate({
      title: `Bathroom ${unique()}`,
      amount: '1250',
      contactId: null,
    })
    const listed = async () => (await caller().unattended.list.query()).find((row) => row.id === id)
    expect(await listed()).toMatchObject({ kind: 'deal', amountMinor: 125_000 })
    const task = { title: 'Send the quote', dueOn: null, contactId: null }
    await expect(theirs.owner.caller.tasks.create.mutate({ ...task, dealId: id })).rejects.toThrow('does not exist')
    await caller().tasks.create.mutate({ ...task, dealId: id })
    expect(await listed()).toBeUndefined()
  })
})

describe('the board of deals', () => {
  const newDeal = (title: string, amount = '100') => caller().deals.create.mutate({ title, amount, contactId: null })
  const columnOf = async (at: number) => (await caller().deals.board.query()).columns[at]!
  const versionOf = async (id: string) =>
    (await caller().deals.board.query()).columns.flatMap(({ cards }) => cards).find((card) => card.id === id)!.version

  it('keeps the order in which cards are put, counts every deal, and takes a move back', async () => {
    const ids = [await newDeal('One'), await newDeal('Two'), await newDeal('Three')].map(({ id }) => id)
    const [one, two, three] = ids
    const [first, second] = [await columnOf(0), await columnOf(1)]
    const mine = async (at: number) => (await columnOf(at)).cards.map(({ id }) => id).filter((id) => ids.includes(id))
    expect(await mine(0)).toEqual([one, two, three])
    const { move } = caller().deals
    await move.mutate({ id: three!, version: 1, stageId: first.stage.id, belowId: one! })
    expect(await mine(0)).toEqual([one, three, two])
    await move.mutate({ id: two!, version: 1, stageId: second.stage.id, belowId: null })
    const { actId } = await move.mutate({ id: one!, version: 1, stageId: second.stage.id, belowId: null })
    expect([await mine(0), await mine(1)]).toEqual([[three], [one, two]])
    const deals = (column: { totals: { deals: number }[] }) => column.totals.reduce((all, each) => all + each.deals, 0)
    expect(deals(await columnOf(1))).toBe(deals(second) + 2)
    expect(await caller().acts.undo.mutate({ id: actId })).toMatchObject({ kept: 0 })
    expect([await mine(0), await mine(1)]).toEqual([[one, three], [two]])
  })

  it('lets one of two move a card at once, and tells the other to look again', async () => {
    const { id } = await newDeal('Wanted')
    const [, second, third] = (await caller().deals.board.query()).columns
    const moves = [second!, third!].map(({ stage }) =>
      caller().deals.move.mutate({ id, version: 1, stageId: stage.id, belowId: null }),
    )
    const outcomes = await Promise.allSettled(moves)
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = outcomes.find(({ status }) => status === 'rejected')
    expect(String((refused as PromiseRejectedResult).reason)).toContain('Somebody moved this deal meanwhile')
    expect(await versionOf(id)).toBe(2)
  })

  it('remembers why a deal was lost, forgets it when it is opened again, and knows no reason of others', async () => {
    const { id } = await newDeal('Lost cause')
    const { columns, lostReasons } = await caller().deals.board.query()
    const [open, lost] = [columns[0]!.stage, columns.at(-1)!.stage]
    const foreign = (await theirs.owner.caller.deals.board.query()).lostReasons[0]!
    const move = { id, version: 1, stageId: lost.id }
    await expect(caller().deals.move.mutate({ ...move, lostReasonId: foreign.id })).rejects.toThrow('does not exist')
    await caller().deals.move.mutate({ ...move, lostReasonId: lostReasons[0]!.id })
    const [row] = (await rowsOf('deals', ours.officeId)).filter((each) => each.id === id)
    expect(row).toMatchObject({ lost_reason_id: lostReasons[0]!.id, closed_at: expect.any(Number) })
    await caller().deals.move.mutate({ id, version: 2, stageId: open.id })
    const [again] = (await rowsOf('deals', ours.officeId)).filter((each) => each.id === id)
    expect(again).toMatchObject({ lost_reason_id: null, closed_at: null })
    expect((await rowsOf('deal_moves', ours.officeId)).filter((each) => each.deal_id === id)).toHaveLength(3)
  })

  it('forecasts by month what is likely, with each currency by itself', async () => {
    const { owner, officeId } = await ownerWithOffice()
    const { deals } = owner.caller
    const stages = (await deals.board.query()).columns.map(({ stage }) => stage)
    const { id } = await deals.create.mutate({ title: 'Bathroom', amount: '1000', contactId: null })
    await deals.create.mutate({ title: 'No amount', amount: null, contactId: null })
    const { id: won } = await deals.create.mutate({ title: 'Won', amount: '500', contactId: null })
    await deals.move.mutate({ id: won, version: 1, stageId: stages.find(({ kind }) => kind === 'won')!.id })
    const { db } = await insideOf(officeId)
    await updateDeal(db, (await insideOf(officeId)).officeId, id, 1, { expectedOn: '2026-05-17' })
    expect(await deals.forecast.query()).toEqual([
      { month: null, currency: 'EUR', deals: 1, amountMinor: 0, likelyMinor: 0 },
      { month: '2026-05', currency: 'EUR', deals: 1, amountMinor: 100_000, likelyMinor: 20_000 },
    ])
  })
})

describe('what members write down of a contact', () => {
  it('is a note with its line in the timeline, mended by one of two at once, deleted and brought back', async () => {
    const { id: contactId } = await newContact(`Nadia ${unique()}`)
    const { notes, contacts, acts } = caller()
    const { id } = await notes.add.mutate({ contactId, text: '  Allergic to ammonia.\n@Robin please ask again.  ' })
    const [note] = await notes.list.query({ contactId })
    expect(note).toMatchObject({
      id,
      text: 'Allergic to ammonia.\n@Robin please ask again.',
      version: 1,
      editedAt: null,
    })
    const { rows } = await contacts.timeline.query({ id: contactId })
    expect(rows).toContainEqual(expect.objectContaining({ kind: 'note_added', entityId: id }))
    const [row] = (await rowsOf('notes', ours.officeId)).filter((each) => each.id === id)
    expect(JSON.parse(String(row!.mentions))).toHaveLength(1)
    const change = { id, version: 1, isPinned: true }
    const outcomes = await Promise.allSettled([
      notes.change.mutate({ ...change, text: 'Mine' }),
      notes.change.mutate({ ...change, text: 'Theirs' }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { actId } = await notes.remove.mutate({ id })
    expect(await notes.list.query({ contactId })).toEqual([])
    await acts.undo.mutate({ id: actId })
    expect(await notes.list.query({ contactId })).toMatchObject([{ id, isPinned: true }])
    await expect(theirs.owner.caller.notes.list.query({ contactId })).rejects.toThrow('does not exist')
    await expect(viewer.caller.notes.remove.mutate({ id })).rejects.toThrow('You may look')
  })

  it('is a tag, which is one however it is written and whoever adds it at once', async () => {
    const { id: contactId } = await newContact(`Tara ${unique()}`)
    const name = `Vip ${unique()}`
    const { tags } = caller()
    const added = await Promise.all(
      [name, name.toUpperCase(), `${name} `].map((each) => tags.add.mutate({ contactId, name: each })),
    )
    expect(new Set(added.map(({ id }) => id)).size).toBe(1)
    expect(await tags.ofContact.query({ contactId })).toHaveLength(1)
    expect((await theirs.owner.caller.tags.list.query()).map((tag) => tag.name)).not.toContain(name)
    await tags.remove.mutate({ contactId, tagId: added[0]!.id })
    await tags.remove.mutate({ contactId, tagId: added[0]!.id })
    expect(await tags.ofContact.query({ contactId })).toEqual([])
  })
})

describe('the contacts as a file', () => {
  const download = (person: Person, asked = '') =>
    exports.default.fetch(`${ORIGIN}/files/contacts.csv${asked}`, { headers: { cookie: person.cookie } })

  it('are all of this office and nobody else, more than one page of them, in columns a spreadsheet reads', async () => {
    const { owner, officeId } = await ownerWithOffice()
    const { id } = await owner.caller.contacts.create.mutate({
      name: '=cmd|x',
      email: 'eve@x.test',
      phone: '030 901820',
    })
    await owner.caller.tags.add.mutate({ contactId: id, name: 'Say "hi"' })
    const { id: fieldId } = await owner.caller.fields.create.mutate({ record: 'contact', label: 'Fee', kind: 'money' })
    const own = [
      { column: 'birthday', seen: null, typed: '24.12.' },
      { column: `fields.${fieldId}`, seen: null, typed: '12,50' },
    ]
    await owner.caller.contacts.change.mutate({ id, changes: own })
    await owner.caller.companies.join.mutate({ contactId: id, name: 'Dorn & Sons', role: null })
    const needs = await insideOf(officeId)
    const more = Array.from({ length: 620 }, (_, n) => `Person ${String(n).padStart(3, '0')}`)
    for (const name of more)
      await insertContact(needs.db, {
        ...{
          officeId: needs.officeId,
          id: needs.newId(),
          name,
          source: 'member',
          createdAt: new Date('2026-03-02T08:00:00Z'),
        },
      })
    const file = await download(owner)
    expect(file.headers.get('content-disposition')).toContain('contacts.csv')
    const text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(await file.arrayBuffer())
    const [head, first, ...others] = text.trimEnd().split('\r\n')
    expect(head).toBe('\ufeffName,Email,More emails,Phone,More phones,Company,Birthday,Tags,In the list since,Fee')
    expect(first).toMatch(
      /^"'=cmd\|x",eve@x\.test,,030 901820,,Dorn & Sons,"?'?--12-24"?,"Say ""hi""",20\d\d-\d\d-\d\d,12\.50$/,
    )
    expect(others.map((line) => line.split(',')[0])).toEqual(more)
    const conditions = [{ column: 'name', operator: 'contains', values: ['person 01'] }]
    const view = { columns: [], filter: { match: 'all', groups: [{ match: 'all', conditions }] }, sort: null }
    const some = await (await download(owner, `?view=${encodeURIComponent(JSON.stringify(view))}`)).text()
    expect(some.trimEnd().split('\r\n')).toHaveLength(11)
    expect((await download(owner, '?view=%7B')).status).toBe(400)
    expect(await (await download(theirs.owner)).text()).not.toContain('Person 001')
    expect((await exports.default.fetch(`${ORIGIN}/files/contacts.csv`)).status).toBe(401)
  })
})
