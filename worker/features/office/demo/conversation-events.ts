import { SALON } from '../../../../db/seed/salon.ts'
import type { Conversation as Story, Turn } from '../../../../db/seed/story.ts'
import { MINUTE_MS } from '../../../kernel/time.ts'
import type { MemberCtx } from '../../../trpc/procedures.ts'
import { acceptWrittenMail } from '../../inbox/accept-written-mail.ts'
import { markRead } from '../../inbox/change-conversation.ts'
import { mailboxOf } from '../../inbox/rules/written-mail.ts'
import { type DemoDays, instantOf, withDays } from '../rules/demo-days.ts'
import { answer, closeConversation, conversationOf } from './handle-conversation.ts'
import type { Event } from './stage.ts'

type Letter = Extract<Turn, { kind: 'they' }>
type Written = { at: Date; turn: Turn }

/** What happens in one conversation; `number` tells its letters from those of the others. */
export function conversationEvents(story: Story, number: number, days: DemoDays): Event[] {
  const turns: Written[] = []
  let at = instantOf(days, story.begins).getTime()
  for (const turn of story.turns) {
    at += turn.after * MINUTE_MS
    turns.push({ at: new Date(at), turn: 'text' in turn ? { ...turn, text: withDays(turn.text, days) } : turn })
  }
  const subject = withDays(story.subject, days)
  return turns.map(({ at, turn }, index) => ({
    at,
    play: (needs) => playTurn(needs, { from: story.from, subject, number, turns }, turn, index),
  }))
}

type Thread = { from: string; subject: string; number: number; turns: readonly Written[] }

const messageIdOf = ({ from, number }: Thread, index: number) =>
  `${number}.${index}@${mailboxOf(from).address.split('@').pop()}`

async function playTurn(needs: MemberCtx, thread: Thread, turn: Turn, index: number): Promise<unknown> {
  if (turn.kind === 'they') return deliver(needs, thread, turn, index)
  const conversation = await conversationOf(needs, messageIdOf(thread, 0))
  if (turn.kind === 'we') return answer(needs, conversation.id, turn)
  if (turn.kind === 'look') return markRead(needs, { id: conversation.id, unread: false })
  return closeConversation(needs, conversation, turn.as)
}

/** The customer's letter arrives. */
function deliver(needs: MemberCtx, thread: Thread, letter: Letter, index: number): Promise<void> {
  const { from, turns } = thread
  const earlier = turns.slice(0, index)
  return acceptWrittenMail(needs, SALON.inboxKey, {
    from: mailboxOf(from),
    subject: index === 0 ? thread.subject : `Re: ${thread.subject}`,
    messageId: messageIdOf(thread, index),
    references: earlier.flatMap(({ turn }, n) => (turn.kind === 'they' ? [messageIdOf(thread, n)] : [])),
    ...(letter.contentType ? { contentType: letter.contentType } : {}),
    ...(letter.headers ? { headers: letter.headers } : {}),
    body: letter.quotes ? `${letter.text}\n\n${quoted(earlier)}` : letter.text,
  })
}

/** The salon's last letter, as a mail program puts it below an answer. */
function quoted(earlier: readonly Written[]): string {
  const last = earlier.findLast(({ turn }) => turn.kind === 'we')
  if (last?.turn.kind !== 'we') return ''
  const when = last.at.toLocaleString('en-GB', {
    timeZone: SALON.timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  const lines = last.turn.text.split('\n').map((line) => `> ${line}`)
  return [`On ${when}, ${SALON.name} wrote:`, ...lines].join('\n')
}
