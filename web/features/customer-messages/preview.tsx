import { useQuery } from '@tanstack/react-query'
import { filled } from '../../../worker/features/customer-messages/rules/template.ts'
import { textLength } from '../../../worker/features/customer-messages/rules/text-length.ts'
import { trpc } from '../../api.ts'
import classes from './preview.module.css'

type Face = { serviceId: string | null; words: { subject: string; mailText: string; smsText: string } }

/** What a customer will read, with the next appointment that there is, or with a made-up one. */
export function Preview({ serviceId, words: { subject, mailText, smsText } }: Face) {
  const { data } = useQuery(trpc.customerMessages.sample.queryOptions({ serviceId }))
  if (!data) return <div className={classes.side} aria-hidden />
  const sms = filled(smsText, data.values)
  return (
    <section className={classes.side} aria-label="Preview">
      <p className={classes.note}>
        {data.isReal
          ? `As ${data.values.name} will read it, whose appointment is next.`
          : 'With a made-up appointment.'}
      </p>
      <article className={classes.mail} aria-label="Mail">
        <h3 className={classes.subject}>{filled(subject, data.values)}</h3>
        <p className={classes.text}>{filled(mailText, data.values)}</p>
      </article>
      <article className={classes.phone} aria-label="Text message">
        <p className={classes.bubble}>{sms || '…'}</p>
        <p className={classes.note}>{lengthWords(sms)}</p>
      </article>
    </section>
  )
}

/** How long it is and what it costs: carriers count in pieces. */
function lengthWords(sms: string): string {
  const { encoding, units, segments, left } = textLength(sms)
  if (segments === 0) return 'Empty: it is not sent.'
  const pieces = segments === 1 ? 'one text message' : `${segments} text messages`
  const dear = encoding === 'UCS-2' ? ' A letter in it takes more room on phones, so fewer fit.' : ''
  return `${units} characters: ${pieces}, ${left} left.${dear}`
}
