import { useQuery } from '@tanstack/react-query'
import { shorten } from '../../../../worker/kernel/text.ts'
import { trpc } from '../../../api.ts'
import { shortWhen } from '../../../ui/dates.ts'
import { useOffice } from '../use-office.ts'
import { Section } from './section.tsx'
import classes from './settings.module.css'

/** Mails and texts that this server kept instead of sending them; where both are sent there is nothing to show. */
export function SentLocallySection() {
  const { office } = useOffice()
  const { data } = useQuery(trpc.office.sentLocally.queryOptions())
  if (data === null) return null
  return (
    <Section
      id="sent"
      title="Sent locally"
      lead="Mails and text messages that this server does not really send. What would have left is kept here."
    >
      {data?.length === 0 && <p className={classes.detail}>Nothing has been sent.</p>}
      {data && data.length > 0 && (
        <ul className={classes.rows}>
          {data.map(({ id, to, subject, text, channel, attachments, sentAt }) => (
            <li key={id} className={classes.row}>
              <details className={classes.words}>
                <summary className={classes.name}>
                  {channel === 'sms' ? `Text message: ${shorten(text, 60)}` : subject}
                </summary>
                <p className={classes.letter}>{text}</p>
                {attachments.map(({ name }) => (
                  <p key={name} className={classes.detail}>
                    With {name}
                  </p>
                ))}
              </details>
              <div className={classes.detail}>
                {to}, {shortWhen(sentAt, new Date(), office.timeZone)}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
