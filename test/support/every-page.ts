import type { Caller } from './remote-people.ts'
import { sideBySide } from './side-by-side.ts'

type Conversations = Awaited<ReturnType<Caller['inbox']['conversations']['query']>>
type Contacts = Awaited<ReturnType<Caller['contacts']['list']['query']>>
type Conversation = Awaited<ReturnType<Caller['inbox']['conversation']['query']>>

const AT_A_TIME = 16

/** Every conversation of an office, whatever its state, page by page as the app reads them. */
export async function everyConversation({ inbox }: Caller): Promise<Conversations['rows']> {
  const rows: Conversations['rows'] = []
  for (const status of ['open', 'done', 'spam'] as const)
    for (let cursor: Conversations['next'] | undefined; cursor !== null; ) {
      const page = await inbox.conversations.query({ status, cursor })
      rows.push(...page.rows)
      cursor = page.next
    }
  return rows
}

/** Every message of these conversations. */
export async function everyMessage({ inbox }: Caller, conversations: readonly { id: string }[]) {
  const messages: Conversation['messages'] = []
  await sideBySide(conversations, AT_A_TIME, async ({ id }) => {
    messages.push(...(await inbox.conversation.query({ id })).messages)
  })
  return messages
}

/** Every contact of an office. */
export async function everyContact({ contacts }: Caller): Promise<Contacts['rows']> {
  const rows: Contacts['rows'] = []
  for (let cursor: Contacts['next'] | undefined; cursor !== null; ) {
    const page = await contacts.list.query({ cursor })
    rows.push(...page.rows)
    cursor = page.next
  }
  return rows
}
