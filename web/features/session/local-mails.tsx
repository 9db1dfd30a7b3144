import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { linkPieces } from './link-pieces.ts'
import classes from './local-mails.module.css'

const LOOK_AGAIN_MS = 700
const MOST_LOOKS = 30

type Mails = readonly { sentAt: string }[]
type Asked = { state: { data?: Mails | undefined; dataUpdateCount: number } }

/** On a server that sends no mail: the newest that this address would have got since then. Elsewhere nothing. */
export function LocalMails({ email, since }: { email: string; since: number }) {
  const isNew = ({ sentAt }: { sentAt: string }) => Date.parse(sentAt) >= since
  // The mail is written after the answer, so it may be there a moment later; or never, where nobody has this address.
  const untilItIsThere = ({ state: { data, dataUpdateCount } }: Asked) =>
    data && !data.some(isNew) && dataUpdateCount < MOST_LOOKS ? LOOK_AGAIN_MS : false
  const { data } = useQuery(
    trpc.signIn.localMails.queryOptions({ email }, { retry: false, staleTime: 0, refetchInterval: untilItIsThere }),
  )
  return (data?.filter(isNew) ?? []).slice(0, 1).map(({ id, subject, text }) => (
    <article key={id} className={classes.mail}>
      <p className={classes.note}>This server sends no mail. This one would have been sent:</p>
      <h2 className={classes.subject}>{subject}</h2>
      <p className={classes.text}>
        <LinkedText text={text} />
      </p>
    </article>
  ))
}

/** A text with its web addresses as links. */
function LinkedText({ text }: { text: string }) {
  return linkPieces(text).map(({ start, words, isLink }) =>
    isLink ? (
      <Anchor key={start} href={words} underline="always">
        {words}
      </Anchor>
    ) : (
      words
    ),
  )
}
