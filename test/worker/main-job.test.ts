import { beforeAll, describe, expect, it } from 'vitest'
import { eventually, inboxOf, postMail, rawMail } from '../support/mails.ts'
import { ownerWithOffice, type Person } from '../support/people.ts'

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
})
