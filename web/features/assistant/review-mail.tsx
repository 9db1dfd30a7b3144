import { Skeleton, Stack } from '@mantine/core'
import { messageWhen } from '../../ui/dates.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { Monogram } from '../../ui/monogram.tsx'
import { MessageText } from '../inbox/message-text.tsx'
import type { Conversation } from '../inbox/types.ts'
import { useOffice } from '../office/use-office.ts'
import classes from './review.module.css'
import type { ReviewSuggestion } from './review-row.tsx'

type Face = { suggestion: ReviewSuggestion; conversation: Conversation | undefined }

/** The mail that a suggestion rests on, with the very words marked. */
export function ReviewMail({ suggestion, conversation }: Face) {
  const { office } = useOffice()
  const { messageId, conversationId, evidence, subject } = suggestion
  const message = conversation?.messages.find(({ id }) => id === messageId)
  const open = (
    <AnchorLink to="/inbox/$conversationId" params={{ conversationId }} fz="sm">
      Open conversation
    </AnchorLink>
  )
  if (!conversation) return <MailOnItsWay />
  if (!message) return <div className={classes.mail}>The message lies further back. {open}</div>
  const name = message.from.name || message.from.address
  return (
    <section className={classes.mail} aria-label="The message it comes from">
      <div className={classes.mailHead}>
        <Monogram name={name} />
        <div className={classes.who}>
          <div className={classes.from}>{name}</div>
          <div className={classes.subject}>
            {messageWhen(message.at, office.timeZone)} · {subject}
          </div>
        </div>
        {open}
      </div>
      <MessageText text={message.text} ranges={message.ranges} marks={evidence} />
    </section>
  )
}

function MailOnItsWay() {
  return (
    <Stack className={classes.mail ?? ''} role="status" aria-label="Loading">
      <Skeleton height={12} width="40%" />
      <Skeleton height={12} />
      <Skeleton height={12} width="85%" />
    </Stack>
  )
}
