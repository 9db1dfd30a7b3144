import { Tooltip } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { longWhen, messageWhen } from '../../ui/dates.ts'
import { Monogram } from '../../ui/monogram.tsx'
import { IntakeStrip } from '../assistant/intake-strip.tsx'
import { useOffice } from '../office/use-office.ts'
import { Attachments } from './attachments.tsx'
import { MessageBody } from './message-body.tsx'
import classes from './message-card.module.css'
import { SendingState } from './sending-state.tsx'
import type { Message, Suggestion } from './types.ts'

const listed = (people: Message['to']) => people.map(({ name, address }) => name || address).join(', ')

/** One message: who wrote it, what the assistant made of it, and its text. */
export function MessageCard({ message, suggestions }: { message: Message; suggestions: readonly Suggestion[] }) {
  const { office } = useOffice()
  const [pointedAt, setPointedAt] = useState<number | null>(null)
  const { from, to, cc, at, notes, intake, attachments } = message
  const name = from.name || from.address
  return (
    <article className={classes.message} aria-label={`Message from ${name}`}>
      <header className={classes.head}>
        <Monogram name={name} size={34} />
        <div className={classes.who}>
          <div className={classes.name}>{name}</div>
          <div className={classes.address}>
            {from.name && from.address ? `${from.address} ` : ''}
            {to.length > 0 && `to ${listed(to)}`}
            {cc.length > 0 && `, copy to ${listed(cc)}`}
          </div>
        </div>
        <Tooltip label={longWhen(at, office.timeZone)}>
          <time className={classes.when} dateTime={at}>
            {messageWhen(at, office.timeZone)}
          </time>
        </Tooltip>
      </header>
      <div className={classes.body}>
        {intake && (
          <IntakeStrip
            intake={intake}
            suggestions={suggestions.filter(({ status }) => status !== 'rejected')}
            onPoint={setPointedAt}
          />
        )}
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
