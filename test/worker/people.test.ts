import { beforeAll, describe, expect, it } from 'vitest'
import { colleagueOf } from '../support/inside.ts'
import { eventually, inboxOf, postMail } from '../support/mails.ts'
import { ownerWithOffice, type Person } from '../support/people.ts'
import { rawMail } from '../support/raw-mail.ts'

type Office = { owner: Person; officeId: string }
let ours: Office
let theirs: Office
let viewer: Person
let colleague: Person
/** The user ids of a colleague, and of somebody in another office. */
let memberId: string
let strangerId: string
beforeAll(async () => {
  ours = await ownerWithOffice('Practice Ours')
  theirs = await ownerWithOffice('Practice Theirs')
  viewer = await colleagueOf(ours.owner, ours.officeId, 'viewer')
  colleague = await colleagueOf(ours.owner, ours.officeId, 'staff')
  const idOf = async (asked: Person, role: string) =>
    (await asked.caller.office.members.query()).members.find((each) => each.role === role)!.userId
  ;[memberId, strangerId] = [await idOf(ours.owner, 'staff'), await idOf(theirs.owner, 'owner')]
})

const caller = () => ours.owner.caller
const unique = () => crypto.randomUUID().slice(0, 8)
const person = (name: string, email: string | null = null) =>
  caller().contacts.create.mutate({ name: `${name} ${unique()}`, email, phone: null })
const contact = (id: string) => caller().contacts.byId.query({ id })
const change = (id: string, column: string, seen: string | number | boolean | null, typed: string) =>
  caller().contacts.change.mutate({ id, changes: [{ column, seen, typed }] })

describe('a contact', () => {
  it('is changed value by value, with a line in the timeline, and each step is taken back', async () => {
    const { id } = await person('Mara')
    const { actId } = await change(id, 'birthday', null, '24.12.')
    expect(await contact(id)).toMatchObject({ birthday: '--12-24' })
    const { rows } = await caller().contacts.timeline.query({ id })
    expect(rows[0]).toMatchObject({ kind: 'contact_updated', changes: [{ field: 'Birthday', after: '--12-24' }] })
    await caller().acts.undo.mutate({ id: actId! })
    expect(await contact(id)).toMatchObject({ birthday: null })
    expect((await caller().contacts.timeline.query({ id })).rows.map(({ kind }) => kind)).not.toContain(
      'contact_updated',
    )
    await expect(change(id, 'birthday', null, '31.4.')).rejects.toThrow('“31.4.” is not a birthday.')
    await expect(change(id, 'name', null, ' ')).rejects.toThrow('needs a name')
  })

  it('keeps what the first of two wrote, and tells the second what stands there now', async () => {
    const { id } = await person('Twice')
    await colleague.caller.contacts.change.mutate({
      id,
      changes: [{ column: 'birthday', seen: null, typed: '2.3.1990' }],
    })
    await expect(change(id, 'birthday', null, '3.3.1990')).rejects.toThrow('Birthday is now 1990-03-02')
    expect(await contact(id)).toMatchObject({ birthday: '1990-03-02' })
    await change(id, 'birthday', '1990-03-02', '3.3.1990')
    expect(await contact(id)).toMatchObject({ birthday: '1990-03-03' })
  })

  it('is looked after by a member of this office and by nobody else', async () => {
    const { id } = await person('Olga')
    await change(id, 'ownerId', null, memberId)
    expect(await contact(id)).toMatchObject({ ownerId: memberId })
    await expect(change(id, 'ownerId', memberId, strangerId)).rejects.toThrow('does not exist')
  })

  it('of another office is not found, and a viewer changes nothing', async () => {
    const { id } = await person('Delia')
    const input = { id, changes: [{ column: 'birthday', seen: null, typed: '24.12.' }] }
    await expect(theirs.owner.caller.contacts.change.mutate(input)).rejects.toThrow('does not exist')
    await expect(viewer.caller.contacts.change.mutate(input)).rejects.toThrow('You may look')
  })
})

describe('a field of the office', () => {
  it('is defined by an owner, filled by anybody, renamed with its choices, and removed with what stands in it', async () => {
    const label = `Plan ${unique()}`
    const options = [
      { id: null, label: 'Gold' },
      { id: null, label: 'Silver' },
    ]
    const { id: fieldId } = await caller().fields.create.mutate({ record: 'contact', label, kind: 'choice', options })
    const fields = () => caller().fields.list.query({ record: 'contact' })
    const [gold] = (await fields()).find(({ id }) => id === fieldId)!.options
    const { id } = await person('Ann')
    await change(id, `fields.${fieldId}`, null, 'gold')
    expect((await contact(id)).fields).toEqual({ [fieldId]: gold!.id })
    await expect(change(id, `fields.${fieldId}`, gold!.id, 'Bronze')).rejects.toThrow('one of the choices')
    await caller().fields.change.mutate({ id: fieldId, label, options: [{ id: gold!.id, label: 'Golden' }] })
    expect((await contact(id)).fields).toEqual({ [fieldId]: gold!.id })
    const { actId } = await caller().fields.remove.mutate({ id: fieldId })
    expect((await fields()).map((field) => field.id)).not.toContain(fieldId)
    await expect(change(id, `fields.${fieldId}`, gold!.id, '')).rejects.toThrow('does not exist')
    await caller().acts.undo.mutate({ id: actId })
    expect((await fields()).map((field) => field.id)).toContain(fieldId)
    await change(id, `fields.${fieldId}`, gold!.id, '')
    expect((await contact(id)).fields).toEqual({})
  })

  it('is not found by another office, not defined by staff, and not there twice by one name', async () => {
    const label = `Insurer ${unique()}`
    const { id } = await caller().fields.create.mutate({ record: 'company', label, kind: 'text' })
    const again = { record: 'company' as const, label: label.toUpperCase(), kind: 'text' as const }
    await expect(caller().fields.create.mutate(again)).rejects.toThrow('already')
    await expect(theirs.owner.caller.fields.remove.mutate({ id })).rejects.toThrow('does not exist')
    await expect(colleague.caller.fields.create.mutate({ ...again, label: 'Other' })).rejects.toThrow()
    expect((await theirs.owner.caller.fields.list.query({ record: 'company' })).map((field) => field.id)).toEqual([])
  })
})

describe('a company', () => {
  it('is joined by name, in a role, left and joined again, and keeps its people when it is deleted', async () => {
    const [one, other] = [await person('Ida'), await person('Jon')]
    const name = `Weber & Sons ${unique()}`
    await caller().companies.join.mutate({ contactId: one.id, name, role: 'Owner' })
    await caller().companies.join.mutate({ contactId: other.id, name: name.toUpperCase(), role: null })
    const [company] = await caller().companies.ofContact.query({ contactId: one.id })
    expect(company).toMatchObject({ name, role: 'Owner', hasEnded: false })
    const id = company!.id
    const people = async () => (await caller().companies.byId.query({ id })).people.map((each) => each.hasEnded)
    expect(await people()).toEqual([false, false])
    await caller().companies.changeMembership.mutate({ contactId: other.id, companyId: id, role: null, hasEnded: true })
    expect(await people()).toEqual([false, true])
    expect((await caller().companies.list.query({ text: name })).rows).toMatchObject([{ id, people: 1 }])
    const { actId } = await caller().trash.discard.mutate({ record: 'company', id })
    expect(await caller().companies.ofContact.query({ contactId: one.id })).toEqual([])
    expect(await contact(one.id)).toMatchObject({ id: one.id })
    await caller().acts.undo.mutate({ id: actId })
    expect(await people()).toEqual([false, true])
    await caller().companies.leave.mutate({ contactId: other.id, companyId: id })
    expect(await people()).toEqual([false])
  })

  it('is not in the list twice, takes only a page as its website, and is not found by another office', async () => {
    const name = `Dorn ${unique()}`
    const { id } = await caller().companies.create.mutate({ name })
    await expect(caller().companies.create.mutate({ name: name.toLowerCase() })).rejects.toThrow('already')
    const website = (typed: string) => ({ id, changes: [{ column: 'website', seen: null, typed }] })
    await expect(caller().companies.change.mutate(website('javascript:alert(1)'))).rejects.toThrow('not the address')
    await caller().companies.change.mutate(website('dorn.test'))
    expect(await caller().companies.byId.query({ id })).toMatchObject({ website: 'https://dorn.test/' })
    await expect(theirs.owner.caller.companies.byId.query({ id })).rejects.toThrow('does not exist')
    expect((await theirs.owner.caller.companies.list.query({ text: name })).rows).toEqual([])
  })
})

describe('a relation', () => {
  it('is told from both sides, once, and taken back as a whole', async () => {
    const [mother, child] = [await person('Vera'), await person('Tim')]
    const relate = () =>
      caller().relations.add.mutate({ contactId: child.id, otherId: mother.id, kind: { id: 'parent' } })
    const { actId } = await relate()
    const of = async (contactId: string) =>
      (await caller().relations.ofContact.query({ contactId })).map(({ name, other }) => [name, other.id])
    expect(await of(child.id)).toEqual([['Parent', mother.id]])
    expect(await of(mother.id)).toEqual([['Child', child.id]])
    await expect(relate()).rejects.toThrow('already')
    await caller().acts.undo.mutate({ id: actId })
    expect([await of(child.id), await of(mother.id)]).toEqual([[], []])
  })

  it('may be of a kind that the office names itself, and leads to nobody of another office', async () => {
    const [one, other] = [await person('Uma'), await person('Gil')]
    const kind = { name: `Godmother ${unique()}`, reverseName: 'Godchild' }
    await caller().relations.add.mutate({ contactId: one.id, otherId: other.id, kind })
    expect((await caller().relations.kinds.query()).map(({ name }) => name)).toContain(kind.name)
    expect((await theirs.owner.caller.relations.kinds.query()).map(({ name }) => name)).not.toContain(kind.name)
    const stranger = await theirs.owner.caller.contacts.create.mutate({ name: 'Stranger', email: null, phone: null })
    const across = { contactId: one.id, otherId: stranger.id, kind: { id: 'parent' } }
    await expect(caller().relations.add.mutate(across)).rejects.toThrow('does not exist')
  })
})

describe('a kind of relation of the office', () => {
  it('is named from both sides, renamed for all who are related so, and removed when nobody is', async () => {
    const names = { name: `Godmother ${unique()}`, reverseName: 'Godchild' }
    await caller().relations.createKind.mutate(names)
    const kind = async () => (await caller().relations.kinds.query()).find(({ name }) => name === names.name)
    const { id, isOwn } = (await kind())!
    expect(isOwn).toBe(true)
    const turned = { name: names.reverseName, reverseName: names.name.toUpperCase() }
    for (const again of [names, turned, { name: 'child', reverseName: 'parent' }])
      await expect(caller().relations.createKind.mutate(again)).rejects.toThrow('already')
    const [one, other] = [await person('Uma'), await person('Gil')]
    const added = await caller().relations.add.mutate({ contactId: one.id, otherId: other.id, kind: { id } })
    const { actId } = await caller().relations.changeKind.mutate({ id, name: 'Nouna', reverseName: 'Godchild' })
    expect(await caller().relations.ofContact.query({ contactId: one.id })).toMatchObject([{ name: 'Nouna' }])
    await expect(caller().relations.removeKind.mutate({ id })).rejects.toThrow('Two people are related like this.')
    await caller().acts.undo.mutate({ id: actId })
    await caller().acts.undo.mutate({ id: added.actId })
    const removed = await caller().relations.removeKind.mutate({ id })
    expect(await kind()).toBeUndefined()
    await caller().acts.undo.mutate({ id: removed.actId })
    expect(await kind()).toMatchObject({ id })
    await expect(caller().relations.removeKind.mutate({ id: 'parent' })).rejects.toThrow('does not exist')
    await expect(theirs.owner.caller.relations.removeKind.mutate({ id })).rejects.toThrow('does not exist')
    await expect(viewer.caller.relations.createKind.mutate(names)).rejects.toThrow('You may look')
  })
})

describe('a household', () => {
  it('is made by saying who lives with whom, and left again', async () => {
    const [one, two, three] = [await person('Ada'), await person('Ben'), await person('Cem')]
    await caller().contacts.liveWith.mutate({ id: one.id, otherId: two.id })
    const { actId } = await caller().contacts.liveWith.mutate({ id: three.id, otherId: one.id })
    const people = async () => (await contact(one.id)).household?.people.map(({ id }) => id).sort()
    expect(await people()).toEqual([one.id, two.id, three.id].sort())
    await caller().acts.undo.mutate({ id: actId! })
    expect(await people()).toEqual([one.id, two.id].sort())
    await caller().contacts.renameHousehold.mutate({ id: one.id, name: 'The top floor' })
    expect((await contact(two.id)).household).toMatchObject({ name: 'The top floor' })
    const late = { id: one.id, name: 'The attic', seen: 'Household Ben' }
    await expect(caller().contacts.renameHousehold.mutate(late)).rejects.toThrow('it is now The top floor.')
    await caller().contacts.leaveHousehold.mutate({ id: one.id })
    expect((await contact(one.id)).household).toBeNull()
    const again = { id: two.id, otherId: two.id }
    await expect(caller().contacts.liveWith.mutate(again)).rejects.toThrow('themselves')
  })
})

describe('an address', () => {
  it('that two share means the other when one lets go of it', async () => {
    const email = `family.${unique()}@customer.test`
    const [mother, child] = [await person('Lena', email), await person('Max', email)]
    const { addresses } = await contact(child.id)
    const of = (id: string) => ({ id, addressId: addresses[0]!.id })
    const shared = async (id: string) =>
      (await caller().contacts.sharedAddresses.query({ id })).map(({ meansId, people }) => [meansId, people.length])
    expect([await shared(mother.id), await shared(child.id)]).toEqual([[[mother.id, 2]], [[mother.id, 2]]])
    const meant = await caller().contacts.meanByAddress.mutate(of(child.id))
    expect(await shared(mother.id)).toEqual([[child.id, 2]])
    await caller().acts.undo.mutate({ id: meant.actId! })
    expect(await shared(mother.id)).toEqual([[mother.id, 2]])
    await caller().contacts.meanByAddress.mutate(of(child.id))
    await expect(theirs.owner.caller.contacts.sharedAddresses.query({ id: child.id })).rejects.toThrow('does not exist')
    const { actId } = await caller().contacts.removeAddress.mutate(of(child.id))
    expect((await contact(child.id)).addresses).toEqual([])
    expect(await shared(mother.id)).toEqual([])
    expect((await contact(mother.id)).addresses).toMatchObject([{ value: email }])
    await caller().acts.undo.mutate({ id: actId! })
    expect((await contact(child.id)).addresses).toMatchObject([{ value: email }])
    await expect(theirs.owner.caller.contacts.removeAddress.mutate(of(child.id))).rejects.toThrow('does not exist')
  })

  it('may be a place, which two who live there share', async () => {
    const [one, other] = [await person('Pia'), await person('Rik')]
    const place = { street: `Elm Road ${unique()}`, postalCode: '10115', city: 'Berlin' }
    await caller().contacts.addPlace.mutate({ id: one.id, ...place })
    await caller().contacts.addPlace.mutate({ id: other.id, ...place, street: place.street.toUpperCase() })
    const [first, second] = [(await contact(one.id)).addresses[0]!, (await contact(other.id)).addresses[0]!]
    expect(first).toMatchObject({ kind: 'postal', asTyped: `${place.street}, 10115 Berlin` })
    expect(second.id).toBe(first.id)
  })
})

describe('consent', () => {
  it('is what was said last for each channel, with how it is known', async () => {
    const { id } = await person('Nora')
    const say = (isGiven: boolean, evidence: string) =>
      caller().contacts.giveConsent.mutate({ id, channel: 'sms', isGiven, evidence })
    await say(true, 'Signed form')
    await say(false, 'Told us on the phone')
    expect(await caller().contacts.consent.query({ id })).toMatchObject([
      { channel: 'sms', isGiven: false, evidence: 'Told us on the phone' },
    ])
    expect(
      (await caller().contacts.timeline.query({ id })).rows.filter(({ kind }) => kind === 'consent_changed'),
    ).toHaveLength(2)
    await expect(say(true, ' ')).rejects.toThrow('how you know')
    await expect(theirs.owner.caller.contacts.consent.query({ id })).rejects.toThrow('does not exist')
  })
})

describe('a message from an address that two share', () => {
  it('makes no third contact, and goes with all its lines to whom it is about', async () => {
    const email = `shared.${unique()}@customer.test`
    const [mother, child] = [await person('Lena', email), await person('Max', email)]
    const inbox = await inboxOf(ours.owner)
    const subject = `Braces ${unique()}`
    await postMail(inbox, rawMail({ from: `Lena <${email}>`, subject, text: 'Max has lost a bracket.' }))
    const conversation = await eventually(async () => {
      const { rows } = await caller().inbox.conversations.query({})
      return rows.find((row) => row.subject === subject && row.intent !== null) ?? false
    })
    const { id } = conversation
    const about = await caller().inbox.about.query({ id })
    expect(about.map((each) => each.id).sort()).toEqual([mother.id, child.id].sort())
    expect((await caller().contacts.list.query({ text: email })).rows).toHaveLength(2)
    const whose = async () => (await caller().inbox.conversation.query({ id })).contactId
    const lines = async (contactId: string) =>
      (await caller().contacts.timeline.query({ id: contactId })).rows.filter(({ kind }) => kind === 'message_received')
    expect(await whose()).toBe(mother.id)
    const { actId } = await caller().inbox.setContact.mutate({ id, contactId: child.id })
    expect([await whose(), (await lines(mother.id)).length, (await lines(child.id)).length]).toEqual([child.id, 0, 1])
    await caller().acts.undo.mutate({ id: actId! })
    expect([await whose(), (await lines(mother.id)).length]).toEqual([mother.id, 1])
    await expect(theirs.owner.caller.inbox.about.query({ id })).rejects.toThrow('does not exist')
    const input = { id, contactId: child.id }
    await expect(theirs.owner.caller.inbox.setContact.mutate(input)).rejects.toThrow('does not exist')
  })
})

describe('whoever is written down', () => {
  it('may be in the list already, which is said while they are typed: by address first, then by name', async () => {
    const [tag, digits] = [unique(), String(Math.floor(1e6 + Math.random() * 9e6))]
    const email = `alike.${tag}@customer.test`
    const [one, two, three] = await Promise.all([
      caller().contacts.create.mutate({ name: `Quirin Q${tag}`, email, phone: null }),
      caller().contacts.create.mutate({ name: `Other X${tag}`, email: null, phone: `030 ${digits}` }),
      caller().contacts.create.mutate({ name: `Q. Q${tag}`, email: null, phone: null }),
    ])
    const alike = (typed: { name?: string; email?: string; phone?: string }) => caller().contacts.alike.query(typed)
    const found = await alike({ name: `quirin q${tag}`, email: email.toUpperCase(), phone: `+49 30 ${digits}` })
    expect(found.map(({ id, why }) => [id, why])).toEqual([
      [one.id, 'has this email'],
      [two.id, 'has this number'],
      [three.id, 'similar name'],
    ])
    expect(found[0]).toMatchObject({ address: email })
    expect((await alike({ name: `Quirin Q${tag.slice(0, 4)}` })).map(({ id }) => id)).toContain(one.id)
    expect(await alike({})).toEqual([])
    expect(await alike({ email: 'alike.', phone: '03' })).toEqual([])
    expect(await theirs.owner.caller.contacts.alike.query({ email, name: `Quirin Q${tag}` })).toEqual([])
    await caller().trash.discard.mutate({ record: 'contact', id: one.id })
    expect((await alike({ email })).map(({ id }) => id)).toEqual([])
  })

  it('may be a company that is known, with or without what it is before the law', async () => {
    const name = `Zimmer ${unique()}`
    const { id } = await caller().companies.create.mutate({ name: `${name} GmbH` })
    expect(await caller().companies.alike.query({ name: name.toLowerCase() })).toMatchObject([{ id }])
    expect(await caller().companies.alike.query({ name: '' })).toEqual([])
    expect(await theirs.owner.caller.companies.alike.query({ name })).toEqual([])
  })
})
