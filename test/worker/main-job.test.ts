import { beforeAll, describe, expect, it } from 'vitest'
import { eventually, inboxOf, postMail } from '../support/mails.ts'
import { ownerWithOffice, type Person } from '../support/people.ts'
import { rawMail } from '../support/raw-mail.ts'

let owner: Person
let inbox: { key: string; secret: string }
beforeAll(async () => {
  ;({ owner } = await ownerWithOffice())
  inbox = await inboxOf(owner)
})

const conversations = async () => (await owner.caller.inbox.conversations.query({})).rows
const understood = (subject: string) =>
  eventually(async () => (await conversations()).find((row) => row.subject === subject && row.intent !== null))

describe('a mail that arrives', () => {
  it('becomes a conversation with a contact, an understanding and something to do about it', async () => {
    const text = 'Hello,\n\nmay I book a haircut for Friday at 3pm? Call me on 030 901820.\n\nKind regards\nAnn Archer'
    expect((await postMail(inbox, rawMail({ subject: 'Haircut', text }))).status).toBe(200)
    const row = await understood('Haircut')
    expect(row).toMatchObject({ contactName: 'Ann Archer', unread: true, intent: 'appointment' })
    const conversation = await owner.caller.inbox.conversation.query({ id: row.id })
    expect(conversation.messages[0]?.text).toBe(text)
    expect(conversation.suggestions.map((each) => each.kind)).toContain('request_appointment')
    for (const { evidence } of conversation.suggestions)
      for (const { quote, start, end } of evidence) expect(text.slice(start, end)).toBe(quote)
  })

  it('is kept with characters that a database may refuse', async () => {
    const text = 'Hello\0, may I book a haircut for Friday at 3pm? \u{1F600} Kind regards, Zo\u00eb'
    const headers = ['X-Broken: a\0b', 'Cc: =?utf-8?B?7aCA?= <lone@customer.test>']
    const raw = rawMail({ from: 'Zoë Zero <zoe@customer.test>', subject: 'Odd characters', text, headers })
    expect((await postMail(inbox, raw)).status).toBe(200)
    const row = await understood('Odd characters')
    const conversation = await owner.caller.inbox.conversation.query({ id: row.id })
    expect(conversation.messages[0]?.text).toContain('may I book a haircut')
  })

  it('is decided upon by a member, and undone', async () => {
    const text = 'Hello, I would like to book an appointment for a haircut on Friday at 3pm.'
    await postMail(inbox, rawMail({ from: 'Ben Bold <ben@customer.test>', subject: 'To be decided', text }))
    const { id } = await understood('To be decided')
    const suggestionsIn = async () => (await owner.caller.inbox.conversation.query({ id })).suggestions
    const draft = (await suggestionsIn()).find((each) => each.kind === 'draft_reply' && each.status === 'waiting')
    await owner.caller.assistant.accept.mutate({ id: draft!.id, version: draft!.version })
    const [accepted] = (await suggestionsIn()).filter((each) => each.id === draft!.id)
    expect(accepted).toMatchObject({ status: 'accepted' })
    const undone = await owner.caller.assistant.undo.mutate({ id: draft!.id, version: accepted!.version })
    expect(undone.kept).toBe(0)
    expect((await owner.caller.inbox.conversation.query({ id })).messages).toHaveLength(1)
  })
})
