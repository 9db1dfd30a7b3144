import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { insertSuggestion } from '../../db/queries/assistant.ts'
import { conversationById } from '../../db/queries/conversations.ts'
import { messageById, moveMessage } from '../../db/queries/messages.ts'
import { commit } from '../../db/queries/plan.ts'
import type { OfficeCtx } from '../../worker/context.ts'
import type { Action, ActionKind } from '../../worker/features/assistant/rules/actions.ts'
import { anchorOf } from '../../worker/features/inbox/anchors.ts'
import type { OutgoingMail } from '../../worker/features/inbox/mail.ts'
import { planReply } from '../../worker/features/inbox/plan-reply.ts'
import { sendMessage } from '../../worker/features/inbox/send-message.ts'
import { NotTaken } from '../../worker/kernel/not-taken.ts'
import { Refusal } from '../../worker/kernel/refusal.ts'
import { colleagueOf, insideOf, rowsOf } from '../support/inside.ts'
import { eventually, inboxOf, postMail, understood } from '../support/mails.ts'
import { ownerWithOffice, type Person } from '../support/people.ts'
import { rawMail } from '../support/raw-mail.ts'
import type { Inbox } from '../support/signed-mail.ts'

type Office = { owner: Person; officeId: string; inbox: Inbox }
let ours: Office
let theirs: Office
let staff: Person
let viewer: Person
beforeAll(async () => {
  ours = await officeWithInbox()
  theirs = await officeWithInbox()
  staff = await colleagueOf(ours.owner, ours.officeId, 'staff')
  viewer = await colleagueOf(ours.owner, ours.officeId, 'viewer')
})

async function officeWithInbox(): Promise<Office> {
  const { owner, officeId } = await ownerWithOffice()
  return { owner, officeId, inbox: await inboxOf(owner) }
}

const newSubject = () => `Subject ${crypto.randomUUID()}`
type Letter = Omit<Parameters<typeof rawMail>[0], 'subject'>

/** A mail that was delivered and understood, as its conversation is shown. */
async function mailed(letter: Partial<Letter> = {}, office = ours) {
  const subject = newSubject()
  await postMail(office.inbox, rawMail({ text: 'Please have a look.', ...letter, subject }))
  return understood(office.owner, subject)
}

type Shown = Awaited<ReturnType<typeof mailed>>

/** A suggestion that waits for a member, whatever the analyser of the day makes of the mail. */
async function proposed(action: Action, shown?: Shown, office = ours): Promise<string> {
  const { id: conversationId, messages } = shown ?? (await mailed())
  const { db, officeId, newId, now } = await insideOf(office.officeId)
  const [message] = messages
  const [intake] = (await rowsOf('intakes', officeId)).filter((row) => row.message_id === message!.id)
  const id = newId()
  await insertSuggestion(db, {
    ...{ officeId, id, intakeId: String(intake!.id), messageId: message!.id, conversationId },
    ...{ kind: action.kind, action, evidence: [], confidence: 0.6, status: 'waiting', effects: [], createdAt: now() },
  })
  return id
}

const suggestionRow = async (id: string) => (await rowsOf('suggestions', ours.officeId)).find((row) => row.id === id)!
const feedbackOn = async (id: string) =>
  (await rowsOf('feedback', ours.officeId)).filter((row) => row.suggestion_id === id).map((row) => row.decision)
const task = (title: string): Action => ({ kind: 'create_task', payload: { title, dueOn: '2026-03-02' } })
const tasksNamed = async (title: string) =>
  (await ours.owner.caller.tasks.list.query({})).filter((row) => row.title === title)
const caller = () => ours.owner.caller.assistant

describe('a suggestion', () => {
  it('that is accepted happens once, and says who wanted it', async () => {
    const [title, shown] = [newSubject(), await mailed()]
    const id = await proposed(task(title), shown)
    expect((await caller().review.query({})).rows.map((row) => row.id)).toContain(id)
    expect(await caller().accept.mutate({ id, version: 1 })).toEqual({ id, version: 2 })
    expect(await tasksNamed(title)).toMatchObject([
      { source: 'assistant', dueOn: '2026-03-02', conversationId: shown.id, contactId: shown.contactId },
    ])
    expect(await suggestionRow(id)).toMatchObject({ status: 'accepted', decided_by: expect.any(String) })
    expect(await feedbackOn(id)).toEqual(['accepted'])
    const { rows } = await ours.owner.caller.contacts.timeline.query({ id: shown.contactId!, parts: ['tasks'] })
    expect(rows.find(({ entityId }) => entityId === id)).toMatchObject({
      ...{ kind: 'task_created', by: { kind: 'member' } },
      reason: { kind: 'message', id, status: 'accepted', conversationId: shown.id, subject: shown.subject },
    })
    expect((await caller().review.query({})).rows.map((row) => row.id)).not.toContain(id)
  })

  it('that is edited happens as the member wrote it, and both are remembered', async () => {
    const [wrong, right] = [newSubject(), newSubject()]
    const id = await proposed(task(wrong))
    await caller().accept.mutate({ id, version: 1, action: task(right) })
    expect(await tasksNamed(wrong)).toEqual([])
    expect(await tasksNamed(right)).toHaveLength(1)
    const [lesson] = (await rowsOf('feedback', ours.officeId)).filter((row) => row.suggestion_id === id)
    expect(lesson).toMatchObject({ decision: 'edited', confidence: 0.6 })
    expect(JSON.parse(String(lesson!.proposed))).toEqual(task(wrong))
    expect(JSON.parse(String(lesson!.decided))).toEqual(task(right))
  })

  it('that is rejected does not happen, and cannot be accepted or undone any more', async () => {
    const title = newSubject()
    const id = await proposed(task(title))
    await caller().reject.mutate({ id, version: 1 })
    expect(await tasksNamed(title)).toEqual([])
    expect(await feedbackOn(id)).toEqual(['rejected'])
    await expect(caller().accept.mutate({ id, version: 2 })).rejects.toThrow('Somebody decided this meanwhile')
    await expect(caller().undo.mutate({ id, version: 2 })).rejects.toThrow('nothing to undo')
  })

  it('that two members accept at the same moment happens once, and one of them is told', async () => {
    const title = newSubject()
    const id = await proposed(task(title))
    const people = [ours.owner, staff, ours.owner, staff]
    const answers = await Promise.allSettled(
      people.map((who) => who.caller.assistant.accept.mutate({ id, version: 1 })),
    )
    const refused = answers.filter((answer) => answer.status === 'rejected')
    expect(refused).toHaveLength(3)
    for (const { reason } of refused) expect(reason.data.refusal).toBe('conflict')
    expect(await tasksNamed(title)).toHaveLength(1)
    expect(await feedbackOn(id)).toEqual(['accepted'])
  })

  it('that one accepts and another rejects at the same moment is one of both, wholly', async () => {
    const title = newSubject()
    const id = await proposed(task(title))
    const [accepted, rejected] = await Promise.allSettled([
      ours.owner.caller.assistant.accept.mutate({ id, version: 1 }),
      staff.caller.assistant.reject.mutate({ id, version: 1 }),
    ])
    expect([accepted.status, rejected.status].sort()).toEqual(['fulfilled', 'rejected'])
    expect(await tasksNamed(title)).toHaveLength(accepted.status === 'fulfilled' ? 1 : 0)
    expect(await feedbackOn(id)).toEqual([accepted.status === 'fulfilled' ? 'accepted' : 'rejected'])
  })

  it('is refused in another version, as another kind, to a viewer and to another office', async () => {
    const title = newSubject()
    const id = await proposed(task(title))
    await expect(caller().accept.mutate({ id, version: 2 })).rejects.toThrow('Somebody decided this meanwhile')
    const spam: Action = { kind: 'mark_spam', payload: {} }
    await expect(caller().accept.mutate({ id, version: 1, action: spam })).rejects.toThrow('another kind')
    const others = [viewer, theirs.owner]
    const sentences = ['You may look at this office', 'does not exist']
    for (const [at, person] of others.entries()) {
      const { accept, reject, undo } = person.caller.assistant
      for (const decide of [accept, reject, undo])
        await expect(decide.mutate({ id, version: 1 })).rejects.toThrow(sentences[at])
    }
    expect((await viewer.caller.assistant.review.query({})).rows.map((row) => row.id)).toContain(id)
    expect(JSON.stringify(await theirs.owner.caller.assistant.review.query({}))).not.toContain(id)
    expect(await tasksNamed(title)).toEqual([])
    expect(await feedbackOn(id)).toEqual([])
  })
})

// ── Every kind, there and back ───────────────────────────────────────────────

type Kind = { kind: ActionKind; action: Action; letter?: Partial<Letter>; isThere: (shown: Shown) => Promise<boolean> }

const MACHINE: Partial<Letter> = { from: 'noreply@forms.test', headers: ['Auto-Submitted: auto-generated'] }
const title = 'There and back'
const conversationOf = ({ id }: Shown) => ours.owner.caller.inbox.conversation.query({ id })
const contactOf = async (shown: Shown) => {
  const { contactId } = await conversationOf(shown)
  return contactId === null ? null : ours.owner.caller.contacts.byId.query({ id: contactId })
}

const KINDS: Kind[] = [
  {
    kind: 'create_task',
    action: task(title),
    isThere: async ({ id }) => (await tasksNamed(title)).some((row) => row.conversationId === id),
  },
  {
    kind: 'create_deal',
    action: { kind: 'create_deal', payload: { title, amount: '12.50' } },
    isThere: async ({ id }) => {
      const { deals } = await ours.owner.caller.deals.list.query({})
      return deals.some((row) => row.conversationId === id && row.amountMinor === 1250 && row.currency === 'EUR')
    },
  },
  {
    kind: 'request_appointment',
    action: {
      kind: 'request_appointment',
      payload: { title, service: 'haircut', wantedAt: '2026-03-06T14:00:00Z', wantedOn: '2026-03-06' },
    },
    isThere: async ({ id }) => {
      const rows = await ours.owner.caller.appointments.list.query({})
      return rows.some((row) => row.conversationId === id && row.status === 'requested')
    },
  },
  {
    kind: 'draft_reply',
    action: { kind: 'draft_reply', payload: { text: title } },
    isThere: async (shown) => (await conversationOf(shown)).messages.some(({ state }) => state === 'draft'),
  },
  {
    kind: 'mark_spam',
    action: { kind: 'mark_spam', payload: {} },
    isThere: async (shown) => (await conversationOf(shown)).status === 'spam',
  },
  {
    kind: 'update_contact',
    action: { kind: 'update_contact', payload: { name: 'Ann B. Archer', phones: ['030 901899'], emails: [] } },
    isThere: async (shown) => {
      const contact = await contactOf(shown)
      const hasPhone = contact?.addresses.some(({ value }) => value === '+4930901899')
      return contact?.name === 'Ann B. Archer' && hasPhone === true
    },
  },
  {
    kind: 'create_contact',
    letter: MACHINE,
    action: { kind: 'create_contact', payload: { name: 'Carla', phones: ['030 901877'], emails: ['carla@c.test'] } },
    isThere: async (shown) => {
      const contact = await contactOf(shown)
      return contact?.name === 'Carla' && contact.addresses.length === 2
    },
  },
]

describe.each(KINDS)('to $kind', ({ action, letter, isThere }) => {
  it('is done when it is accepted, and is gone when that is undone', async () => {
    const shown = await mailed(letter)
    const id = await proposed(action, shown)
    expect(await isThere(shown)).toBe(false)
    await caller().accept.mutate({ id, version: 1 })
    expect(await isThere(shown)).toBe(true)
    expect(await caller().undo.mutate({ id, version: 2 })).toEqual({ id, version: 3, kept: 0 })
    expect(await isThere(shown)).toBe(false)
    expect(await feedbackOn(id)).toEqual(['accepted', 'undone'])
    await expect(caller().undo.mutate({ id, version: 3 })).rejects.toThrow('nothing to undo')
  })
})

describe('an undo', () => {
  it('by two members at the same moment happens once', async () => {
    const id = await proposed(task(newSubject()))
    await caller().accept.mutate({ id, version: 1 })
    const answers = await Promise.allSettled(
      [ours.owner, staff].map((who) => who.caller.assistant.undo.mutate({ id, version: 2 })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await feedbackOn(id)).toEqual(['accepted', 'undone'])
  })

  it('leaves a task that somebody worked with, and says so', async () => {
    const [before, after] = [newSubject(), newSubject()]
    const id = await proposed(task(before))
    await caller().accept.mutate({ id, version: 1 })
    const [made] = await tasksNamed(before)
    await staff.caller.tasks.change.mutate({ id: made!.id, version: made!.version, title: after, dueOn: null })
    expect(await caller().undo.mutate({ id, version: 2 })).toMatchObject({ kept: 1 })
    expect(await tasksNamed(after)).toHaveLength(1)
  })

  it('leaves a draft that a member rewrote', async () => {
    const shown = await mailed()
    const id = await proposed({ kind: 'draft_reply', payload: { text: 'Proposed' } }, shown)
    await caller().accept.mutate({ id, version: 1 })
    await staff.caller.inbox.saveDraft.mutate({ id, text: 'Rewritten' })
    expect(await caller().undo.mutate({ id, version: 2 })).toMatchObject({ kept: 1 })
    expect((await conversationOf(shown)).messages.map(({ text }) => text)).toContain('Rewritten')
  })

  it('leaves a contact that somebody renamed, with its addresses and its conversation', async () => {
    const shown = await mailed(MACHINE)
    const emails = [`dora-${crypto.randomUUID()}@d.test`]
    const id = await proposed({ kind: 'create_contact', payload: { name: 'Dora', phones: [], emails } }, shown)
    await caller().accept.mutate({ id, version: 1 })
    await staff.caller.contacts.rename.mutate({ id, version: 1, name: 'Dora Dean' })
    expect(await caller().undo.mutate({ id, version: 2 })).toMatchObject({ kept: 3 })
    expect(await contactOf(shown)).toMatchObject({ name: 'Dora Dean', addresses: [{ value: emails[0] }] })
  })

  it('of a contact is followed by a new one when the sender writes again', async () => {
    const from = `Ed <ed-${crypto.randomUUID()}@e.test>`
    const shown = await mailed({ ...MACHINE, from })
    const id = await proposed({ kind: 'create_contact', payload: { name: 'Ed', phones: [], emails: [] } }, shown)
    await caller().accept.mutate({ id, version: 1 })
    await caller().undo.mutate({ id, version: 2 })
    const { contactId } = await mailed({ from })
    expect(contactId).not.toBe(id)
    expect(contactId).not.toBeNull()
  })
})

describe('a conversation whose contact was taken back', () => {
  it('goes on with a new one, when the sender says more of themselves', async () => {
    const address = `hal-${crypto.randomUUID()}@h.test`
    const payload = { name: 'Hal', phones: [], emails: [address] }
    const id = await proposed({ kind: 'create_contact', payload }, await mailed(MACHINE))
    await caller().accept.mutate({ id, version: 1 })
    const from = `Hal <${address}>`
    const shown = await mailed({ from, messageId: address })
    expect(shown.contactId).toBe(id)
    await caller().undo.mutate({ id, version: 2 })
    const text = 'Hello,\r\n\r\nmy number is 030 901855, please call me.\r\n\r\nKind regards\r\nHal'
    const headers = [`In-Reply-To: <${address}>`]
    await postMail(ours.inbox, rawMail({ from, text, subject: shown.subject, headers }))
    await eventually(async () => (await conversationOf(shown)).messages.filter(({ intake }) => intake).length === 2)
    const living = await contactOf(shown)
    expect(living!.id).not.toBe(id)
    expect(living!.addresses.map(({ value }) => value).sort()).toEqual(['+4930901855', address])
  })
})

describe('what is accepted about a contact', () => {
  it('may name one address in two spellings', async () => {
    const shown = await mailed({ from: `Flo <flo-${crypto.randomUUID()}@f.test>` })
    const phones = ['030 901866', '+49 30 901866', 'no number']
    const id = await proposed({ kind: 'update_contact', payload: { name: null, phones, emails: [] } }, shown)
    await caller().accept.mutate({ id, version: 1 })
    const { addresses } = (await contactOf(shown))!
    expect(addresses.filter(({ kind }) => kind === 'phone')).toMatchObject([{ value: '+4930901866' }])
  })

  it('twice makes one contact of a conversation', async () => {
    const shown = await mailed(MACHINE)
    const create = (emails: string[]): Action => ({
      kind: 'create_contact',
      payload: { name: 'Gil', phones: [], emails },
    })
    const ids = [await proposed(create(['gil@g.test']), shown), await proposed(create(['gil@h.test']), shown)]
    for (const id of ids) await caller().accept.mutate({ id, version: 1 })
    expect(await contactOf(shown)).toMatchObject({ id: ids[0] })
    expect((await contactOf(shown))!.addresses.map(({ value }) => value).sort()).toEqual(['gil@g.test', 'gil@h.test'])
  })
})

// ── Answers to customers ─────────────────────────────────────────────────────

const sentTo = async (id: string) =>
  (await env.DB.prepare('select * from sent_locally where id = ?').bind(id).all()).results

const stateOf = async (id: string) => {
  const { db, officeId } = await insideOf(ours.officeId)
  return (await messageById(db, officeId, id))?.state
}

/** An answer that waits to be sent, and that no queue knows of. */
async function queued(shown: Shown, more: { references?: string[] } = {}) {
  const needs = await insideOf(ours.officeId)
  const conversation = await conversationById(needs.db, needs.officeId, shown.id)
  const answers = { ...(await messageById(needs.db, needs.officeId, shown.messages[0]!.id))!, ...more }
  const id = needs.newId()
  const reply = {
    id,
    conversation: conversation!,
    answers,
    text: 'Our answer',
    state: 'queued' as const,
    authorId: null,
  }
  await commit(needs.db, await planReply(needs, reply))
  return { id, anchor: await anchorOf(needs, shown.id), answered: answers.internetMessageId! }
}

/** A carrier that notes what it is given, or fails as told. */
function carrier(fail: () => void = () => {}) {
  const mails: OutgoingMail[] = []
  const mail: OfficeCtx['mail'] = {
    recognisesRepeats: false,
    send: async (outgoing) => {
      fail()
      mails.push(outgoing)
    },
  }
  return { mail, mails }
}

describe('an answer', () => {
  it('that was proposed, accepted and sent twice reaches the customer once', async () => {
    const shown = await mailed()
    const id = await proposed({ kind: 'draft_reply', payload: { text: 'Thank you.' } }, shown)
    await caller().accept.mutate({ id, version: 1 })
    expect(await sentTo(id)).toEqual([])
    await Promise.all([ours.owner, staff].map((who) => who.caller.inbox.sendDraft.mutate({ id })))
    await ours.owner.caller.inbox.sendDraft.mutate({ id })
    await eventually(async () => (await stateOf(id)) === 'sent')
    expect(await sentTo(id)).toMatchObject([
      {
        office_id: ours.officeId,
        to_address: 'ann@customer.test',
        subject: `Re: ${shown.subject}`,
        text: 'Thank you.',
      },
    ])
    await expect(staff.caller.inbox.saveDraft.mutate({ id, text: 'Too late' })).rejects.toThrow('has been sent')
    expect(await caller().undo.mutate({ id, version: 2 })).toMatchObject({ kept: 1 })
    expect(await stateOf(id)).toBe('sent')
  })

  it('that a member writes goes to whoever wrote last, and reads the conversation', async () => {
    const shown = await mailed()
    const { id } = await staff.caller.inbox.writeReply.mutate({ conversationId: shown.id, text: '  Come by.  ' })
    await eventually(async () => (await stateOf(id)) === 'sent')
    expect(await sentTo(id)).toMatchObject([{ to_address: 'ann@customer.test', text: 'Come by.' }])
    expect(await conversationOf(shown)).toMatchObject({ unread: false })
    const timeline = await ours.owner.caller.contacts.timeline.query({ id: shown.contactId! })
    expect(timeline.rows).toContainEqual(expect.objectContaining({ kind: 'message_sent', entityId: id }))
  })

  it('is refused to a viewer and in another office’s conversation', async () => {
    const shown = await mailed()
    const reply = { conversationId: shown.id, text: 'Hello' }
    await expect(viewer.caller.inbox.writeReply.mutate(reply)).rejects.toThrow('You may look')
    await expect(theirs.owner.caller.inbox.writeReply.mutate(reply)).rejects.toThrow('does not exist')
    const { id } = await staff.caller.inbox.writeReply.mutate(reply)
    await expect(theirs.owner.caller.inbox.sendDraft.mutate({ id })).rejects.toThrow('does not exist')
    await expect(theirs.owner.caller.inbox.saveDraft.mutate({ id, text: 'x' })).rejects.toThrow('does not exist')
  })

  it('carries our anchor first and the answered mail last, within what a header holds', async () => {
    const shown = await mailed()
    const references = Array.from({ length: 100 }, (_, at) => `${at}-${'x'.repeat(60)}@chain.test`)
    const { id, anchor, answered } = await queued(shown, { references })
    const { mail, mails } = carrier()
    await sendMessage(await insideOf(ours.officeId, { mail }), id)
    await sendMessage(await insideOf(ours.officeId, { mail }), id)
    expect(mails).toHaveLength(1)
    const { References, 'In-Reply-To': inReplyTo } = mails[0]!.headers
    expect(inReplyTo).toBe(`<${answered}>`)
    expect(References).toMatch(new RegExp(`^<${anchor}> .*<${answered}>$`))
    expect(References).toContain(references.at(-1))
    expect(References!.length).toBeLessThanOrEqual(2000)
    expect(mails[0]).toMatchObject({ sendId: id, to: 'ann@customer.test' })
  })

  it('that answers an answer of theirs names the anchor once', async () => {
    const shown = await mailed()
    const first = await queued(shown)
    const { id } = await queued(shown, { references: [first.anchor, 'older@customer.test'] })
    const { mail, mails } = carrier()
    await sendMessage(await insideOf(ours.officeId, { mail }), id)
    expect(mails[0]!.headers.References!.split(first.anchor)).toHaveLength(2)
  })

  it('that the carrier refuses stays, and is seen to have failed', async () => {
    const { id } = await queued(await mailed())
    const { mail } = carrier(() => {
      throw new Refusal('invalid', 'This mail cannot be delivered.')
    })
    await sendMessage(await insideOf(ours.officeId, { mail }), id)
    expect(await stateOf(id)).toBe('failed')
  })

  it('that the carrier certainly did not take waits for the next try', async () => {
    const { id } = await queued(await mailed())
    const broken = carrier(() => {
      throw new NotTaken('E_RATE_LIMIT_EXCEEDED')
    })
    await expect(sendMessage(await insideOf(ours.officeId, { mail: broken.mail }), id)).rejects.toThrow('RATE_LIMIT')
    expect(await stateOf(id)).toBe('queued')
    const { mail, mails } = carrier()
    await sendMessage(await insideOf(ours.officeId, { mail }), id)
    expect(mails).toHaveLength(1)
    expect(await stateOf(id)).toBe('sent')
  })

  it('of which nobody knows whether it went out is left to a member, and never repeated by itself', async () => {
    const { id } = await queued(await mailed())
    const cut = carrier(() => {
      throw new Error('Network connection lost.')
    })
    await sendMessage(await insideOf(ours.officeId, { mail: cut.mail }), id)
    const { mail, mails } = carrier()
    await sendMessage(await insideOf(ours.officeId, { mail }), id)
    expect(mails).toEqual([])
    expect(await stateOf(id)).toBe('unknown')
    const { settleMessage } = staff.caller.inbox
    await expect(theirs.owner.caller.inbox.settleMessage.mutate({ id, asSent: false })).rejects.toThrow(
      'does not exist',
    )
    await expect(viewer.caller.inbox.settleMessage.mutate({ id, asSent: false })).rejects.toThrow('You may look')
    await settleMessage.mutate({ id, asSent: false })
    await eventually(async () => (await stateOf(id)) === 'sent')
    await expect(settleMessage.mutate({ id, asSent: true })).rejects.toThrow('decided this meanwhile')
  })

  it('during which we were interrupted is left to a member too, who may say that it was sent', async () => {
    const { id } = await queued(await mailed())
    const { db, officeId } = await insideOf(ours.officeId)
    await moveMessage(db, officeId, id, 'queued', 'sending')
    const { mail, mails } = carrier()
    await sendMessage(await insideOf(ours.officeId, { mail }), id)
    expect([mails, await stateOf(id)]).toEqual([[], 'unknown'])
    await staff.caller.inbox.settleMessage.mutate({ id, asSent: true })
    expect(await stateOf(id)).toBe('sent')
  })

  it('is sent again after an interruption by a carrier that knows repeats', async () => {
    const { id } = await queued(await mailed())
    const { db, officeId } = await insideOf(ours.officeId)
    await moveMessage(db, officeId, id, 'queued', 'sending')
    const { mail, mails } = carrier()
    await sendMessage(await insideOf(ours.officeId, { mail: { ...mail, recognisesRepeats: true } }), id)
    expect(mails).toHaveLength(1)
    expect(await stateOf(id)).toBe('sent')
  })

  it('goes where the sender wants answers', async () => {
    const shown = await mailed({ headers: ['Reply-To: Ann at work <ann@work.test>'] })
    expect(shown.messages[0]).toMatchObject({ replyTo: { name: 'Ann at work', address: 'ann@work.test' } })
    const { id } = await staff.caller.inbox.writeReply.mutate({ conversationId: shown.id, text: 'Hello' })
    await eventually(async () => (await stateOf(id)) === 'sent')
    expect(await sentTo(id)).toMatchObject([{ to_address: 'ann@work.test' }])
  })
})

describe('a sender', () => {
  const isInTheList = async (email: string) =>
    (await ours.owner.caller.contacts.list.query({ text: email })).rows.length > 0

  it('who is only known by spam leaves the list with it, does not come back with more, and returns when it is none', async () => {
    const email = `${crypto.randomUUID()}@spam.test`
    const shown = await mailed({ from: `Prince <${email}>` })
    expect(await isInTheList(email)).toBe(true)
    const id = await proposed({ kind: 'mark_spam', payload: {} }, shown)
    await caller().accept.mutate({ id, version: 1 })
    expect(await isInTheList(email)).toBe(false)
    expect(await conversationOf(shown)).toMatchObject({ status: 'spam', contactId: null, contactName: null })
    expect((await mailed({ from: `Prince <${email}>` })).contactId).toBeNull()
    expect(await isInTheList(email)).toBe(false)
    expect(await caller().undo.mutate({ id, version: 2 })).toMatchObject({ kept: 0 })
    expect(await isInTheList(email)).toBe(true)
    const { setStatus } = staff.caller.inbox
    await setStatus.mutate({ id: shown.id, status: 'spam' })
    expect(await isInTheList(email)).toBe(false)
    await setStatus.mutate({ id: shown.id, status: 'open' })
    expect(await isInTheList(email)).toBe(true)
  })

  it('with whom the office has more to do stays in the list', async () => {
    const email = `${crypto.randomUUID()}@customer.test`
    const shown = await mailed({ from: `Carla <${email}>` })
    await staff.caller.tasks.create.mutate({ title: 'Call Carla', dueOn: null, contactId: shown.contactId })
    await staff.caller.inbox.setStatus.mutate({ id: shown.id, status: 'spam' })
    expect(await isInTheList(email)).toBe(true)
  })

  it.each(['note', 'tag'])('on whom a member put a %s stays in the list', async (kind) => {
    const email = `${crypto.randomUUID()}@customer.test`
    const { id, contactId } = await mailed({ from: `Nora <${email}>` })
    const { notes, tags, inbox } = staff.caller
    if (kind === 'note') await notes.add.mutate({ contactId: contactId!, text: 'Rang, and is genuine.' })
    else await tags.add.mutate({ contactId: contactId!, name: 'Regular' })
    await inbox.setStatus.mutate({ id, status: 'spam' })
    expect(await isInTheList(email)).toBe(true)
  })

  it('who wrote by the form of a website is the visitor, and not the form', async () => {
    const email = `${crypto.randomUUID()}@visitor.test`
    const shown = await mailed({ from: 'Website <noreply@forms.test>', headers: [`Reply-To: Vera Visitor <${email}>`] })
    expect(shown.contactName).toBe('Vera Visitor')
    expect(await isInTheList(email)).toBe(true)
    expect(await isInTheList('noreply@forms.test')).toBe(false)
  })
})
