import { IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { IntakeStrip } from '../assistant/intake-strip.tsx'
import { Attachments } from './attachments.tsx'
import { MessageBody } from './message-body.tsx'
import classes from './message-card.module.css'
import { MessageHead } from './message-head.tsx'
import { SendingState } from './sending-state.tsx'
import type { Message, Suggestion } from './types.ts'

/** One message: who wrote it, what the assistant made of it, and its text. */
export function MessageCard({ message, suggestions }: { message: Message; suggestions: readonly Suggestion[] }) {
  const [pointedAt, setPointedAt] = useState<number | null>(null)
  const { from, notes, intake, attachments } = message
  const kept = suggestions.filter(({ status }) => status !== 'rejected')
  return (
    <article className={classes.message} aria-label={`Message from ${from.name || from.address}`}>
      <MessageHead message={message} />
      <div className={classes.body}>
        {intake && <IntakeStrip intake={intake} suggestions={kept} onPoint={setPointedAt} />}
        {notes.map((note) => (
          <div key={note} className={classes.note}>
            <IconInfoCircle size={16} aria-hidden />
            {note}
          </div>
        ))}
        <MessageBody message={message} marks={pointedAt === null ? [] : (intake?.summary ?? [])} strong={pointedAt} />
        {attachments.length > 0 && <Attachments attachments={attachments} />}
        <SendingState message={message} />
      </div>
    </article>
  )
}
