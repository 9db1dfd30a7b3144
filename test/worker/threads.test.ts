import { beforeAll, describe, expect, it } from 'vitest'
import { anchorOf } from '../../worker/features/inbox/anchors.ts'
import { DAY_MS } from '../../worker/kernel/time.ts'
import { insideOf, rowsOf } from '../support/inside.ts'
import { eventually, inboxOf, postMail } from '../support/mails.ts'
import { ownerWithOffice, type Person } from '../support/people.ts'
import { rawMail } from '../support/raw-mail.ts'
import type { Inbox } from '../support/signed-mail.ts'

type Office = { owner: Person; officeId: string; inbox: Inbox }
let ours: Office
let theirs: Office
beforeAll(async () => {
  ours = await officeWithInbox()
  theirs = await officeWithInbox()
})

async function officeWithInbox(): Promise<Office> {
  const { owner, officeId } = await ownerWithOffice()
  return { owner, officeId, inbox: await inboxOf(owner) }
}

const ANN = 'Ann Archer <ann@customer.test>'
type Mail = Parameters<typeof rawMail>[0]
const newId = () => `${crypto.randomUUID()}@customer.test`

/** Everything that was delivered has been read and understood. */
const settled = (office: Office) =>
  eventually(async () => (await rowsOf('outbox', office.officeId)).every(({ status }) => status === 'done'))

/** Delivers the mails, one after the other, and answers the conversation of each by its Message-ID. */
async function delivered(office: Office, ...mails: Mail[]) {
  for (const mail of mails) {
    await postMail(office.inbox, rawMail(mail))
    await settled(office)
  }
  return homesOf(office)
}

async function homesOf({ officeId }: Office): Promise<Map<string, string>> {
  const rows = await rowsOf('messages', officeId)
  return new Map(rows.map((row) => [String(row.internet_message_id), String(row.conversation_id)]))
}

const answering = (...ids: string[]) => [
  `References: ${ids.map((id) => `<${id}>`).join(' ')}`,
  `In-Reply-To: <${ids.at(-1)}>`,
]
const contactsNamed = async (office: Office, name: string) =>
  (await rowsOf('contacts', office.officeId)).filter((row) => row.name === name)

describe('an answer', () => {
  it('joins by its references, and by In-Reply-To alone', async () => {
    const [first, second, third] = [newId(), newId(), newId()]
    const homes = await delivered(
      ours,
      { text: 'One', messageId: first },
      { subject: 'Re: Hello', text: 'Two', messageId: second, headers: answering(first) },
      { subject: 'Re: Hello', text: 'Three', messageId: third, headers: [`In-Reply-To: <${second}>`] },
    )
    expect(new Set([first, second, third].map((id) => homes.get(id))).size).toBe(1)
    const shown = await ours.owner.caller.inbox.conversation.query({ id: homes.get(first)! })
    expect(shown.messages.map(({ text }) => text)).toEqual(['One', 'Two', 'Three'])
  })

  it('that is faster than what it answers waits for it, in any order', async () => {
    const [first, second, third] = [newId(), newId(), newId()]
    const homes = await delivered(
      ours,
      { subject: 'Re: Hello', text: 'Three', messageId: third, headers: answering(first, second) },
      { subject: 'Re: Hello', text: 'Two', messageId: second, headers: answering(first) },
      { text: 'One', messageId: first },
    )
    expect(new Set([first, second, third].map((id) => homes.get(id))).size).toBe(1)
  })

  it('filed at the same moment as what it answers makes one conversation with it', async () => {
    const ids = Array.from({ length: 5 }, newId)
    const mails = ids.map((messageId, at) => ({
      text: `Part ${at}`,
      messageId,
      headers: at > 0 ? answering(ids[0]!) : [],
    }))
    await Promise.all(mails.map((mail) => postMail(ours.inbox, rawMail(mail))))
    await settled(ours)
    const homes = await homesOf(ours)
    expect(new Set(ids.map((id) => homes.get(id))).size).toBe(1)
  })

  it('to a conversation of another office begins one here', async () => {
    const [first, second] = [newId(), newId()]
    const homes = await delivered(ours, { text: 'One', messageId: first })
    const elsewhere = await delivered(theirs, { text: 'Two', messageId: second, headers: answering(first) })
    expect(elsewhere.get(second)).toBeDefined()
    expect(elsewhere.get(second)).not.toBe(homes.get(first))
    expect(elsewhere.get(first)).toBeUndefined()
  })

  it('opens a conversation that was done, and marks it unread', async () => {
    const [first, second] = [newId(), newId()]
    const homes = await delivered(ours, { text: 'One', messageId: first })
    const id = homes.get(first)!
    await ours.owner.caller.inbox.setStatus.mutate({ id, status: 'done' })
    await delivered(ours, { text: 'Two', messageId: second, headers: answering(first) })
    expect(await ours.owner.caller.inbox.conversation.query({ id })).toMatchObject({ status: 'open', unread: true })
  })
})

describe('a mail begins a conversation of its own', () => {
  it('when a stranger quotes the references', async () => {
    const [first, second] = [newId(), newId()]
    const stranger = { from: 'mallory@elsewhere.test', to: 'somebody@foyer.test', messageId: second }
    const homes = await delivered(
      ours,
      { text: 'One', messageId: first },
      { ...stranger, text: 'Let me in', headers: answering(first) },
    )
    expect(homes.get(second)).not.toBe(homes.get(first))
  })

  it('when it names no sender, also where the office has answered', async () => {
    const [first, second] = [newId(), newId()]
    const homes = await delivered(ours, { text: 'One', messageId: first })
    await ours.owner.caller.inbox.writeReply.mutate({ conversationId: homes.get(first)!, text: 'Our answer' })
    const after = await delivered(ours, { from: '', text: 'Let me in', messageId: second, headers: answering(first) })
    expect(after.get(second)).toBeDefined()
    expect(after.get(second)).not.toBe(homes.get(first))
  })

  it('when it is a forward', async () => {
    const [first, second] = [newId(), newId()]
    const homes = await delivered(
      ours,
      { text: 'One', messageId: first },
      { subject: 'Fwd: Hello', text: 'See below', messageId: second, headers: answering(first) },
    )
    expect(homes.get(second)).not.toBe(homes.get(first))
  })

  it('when its own date lies long after, and its subject is another', async () => {
    const [first, late, now] = [newId(), newId(), newId()]
    const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toUTCString()
    const homes = await delivered(
      ours,
      { text: 'One', messageId: first },
      { subject: 'Another matter', text: 'Two', messageId: now, date: inDays(1), headers: answering(first) },
      { subject: 'Something else', text: 'Three', messageId: late, date: inDays(40), headers: answering(first) },
    )
    expect(homes.get(now)).toBe(homes.get(first))
    expect(homes.get(late)).not.toBe(homes.get(first))
  })
})

describe('our anchor', () => {
  it('brings an answer home from an address that nobody knows, without making a contact of it', async () => {
    const [first, second] = [newId(), newId()]
    const homes = await delivered(ours, { text: 'One', messageId: first })
    const home = homes.get(first)!
    const anchor = await anchorOf(await insideOf(ours.officeId), home)
    const from = 'Alan Archer <alan@private.test>'
    const after = await delivered(ours, {
      from,
      text: 'From my other one',
      messageId: second,
      headers: answering(anchor),
    })
    expect(after.get(second)).toBe(home)
    expect(await contactsNamed(ours, 'Alan Archer')).toEqual([])
  })

  it('of another office, or with a changed letter, opens nothing', async () => {
    const [first, ...others] = [newId(), newId(), newId()]
    const homes = await delivered(ours, { text: 'One', messageId: first })
    const home = homes.get(first)!
    const foreign = await anchorOf(await insideOf(theirs.officeId), home)
    const genuine = await anchorOf(await insideOf(ours.officeId), home)
    const changed = genuine.replace(/\.(.)/, (_, letter) => `.${letter === '0' ? '1' : '0'}`)
    const stranger = 'mallory@elsewhere.test'
    const mails = [foreign, changed].map((anchor, at) => ({ messageId: others[at]!, headers: answering(anchor) }))
    const after = await delivered(ours, ...mails.map((mail) => ({ ...mail, from: stranger, text: 'Let me in' })))
    for (const id of others) expect(after.get(id)).not.toBe(home)
  })
})

describe('a new sender', () => {
  it('becomes one contact by twenty mails at the same moment, and nothing fails', async () => {
    const from = 'Nora New <nora@customer.test>'
    const text = 'Hello, my number is 030 901820, please call me back.\r\n\r\nKind regards\r\nNora New'
    const mails = Array.from({ length: 20 }, (_, at) => rawMail({ from, subject: `Matter ${at} of Nora`, text }))
    await Promise.all(mails.map((mail) => postMail(ours.inbox, mail)))
    await settled(ours)
    expect(await contactsNamed(ours, 'Nora New')).toHaveLength(1)
    const [contact] = await contactsNamed(ours, 'Nora New')
    const conversations = (await rowsOf('conversations', ours.officeId)).filter(
      ({ contact_id }) => contact_id === contact!.id,
    )
    expect(conversations).toHaveLength(20)
    const repeated = (await rowsOf('outbox', ours.officeId)).filter(({ attempts }) => attempts !== 1)
    expect(repeated).toEqual([])
  })

  it('who writes into what a machine began gets the conversation, and one contact', async () => {
    const [first, second] = [newId(), newId()]
    const machine = { from: 'noreply@forms.test', to: 'office@foyer.test, pia@customer.test' }
    const homes = await delivered(
      ours,
      { ...machine, text: 'A form was filled in.', messageId: first, headers: ['Auto-Submitted: auto-generated'] },
      { from: 'Pia Person <pia@customer.test>', text: 'That was me.', messageId: second, headers: answering(first) },
    )
    expect(homes.get(second)).toBe(homes.get(first))
    const shown = await ours.owner.caller.inbox.conversation.query({ id: homes.get(first)! })
    expect(shown.contactName).toBe('Pia Person')
    expect(await contactsNamed(ours, 'Pia Person')).toHaveLength(1)
  })

  it('who is a list or a machine becomes no contact', async () => {
    const before = (await rowsOf('contacts', ours.officeId)).length
    await delivered(
      ours,
      { from: 'News <news@shop.test>', text: 'Offers', headers: ['List-Unsubscribe: <mailto:x@shop.test>'] },
      { from: 'noreply@shop.test', text: 'Your parcel' },
    )
    expect(await rowsOf('contacts', ours.officeId)).toHaveLength(before)
  })

  it('is known again by the same address, written otherwise', async () => {
    const before = (await rowsOf('contacts', ours.officeId)).length
    await delivered(ours, { from: ANN, text: 'One' }, { from: 'A. Archer <ANN@Customer.Test>', text: 'Two' })
    expect((await rowsOf('contacts', ours.officeId)).length).toBe(before)
  })
})
