import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { linkPieces } from './link-pieces.ts'
import classes from './local-mails.module.css'

const LOOK_AGAIN_MS = 700
const MOST_LOOKS = 8

/** The mail is written after the answer, so it may be there a moment later; or never, where nobody has this address. */
const untilItIsThere = ({ state }: { state: { data?: readonly unknown[] | undefined; dataUpdateCount: number } }) =>
  state.data?.length === 0 && state.dataUpdateCount < MOST_LOOKS ? LOOK_AGAIN_MS : false

/** On a server that sends no mail: the mails that this address would have got. Elsewhere nothing. */
export function LocalMails({ email }: { email: string }) {
  const { data } = useQuery(
    trpc.signIn.localMails.queryOptions({ email }, { retry: false, refetchInterval: untilItIsThere }),
  )
  return (data ?? []).slice(0, 1).map(({ id, subject, text }) => (
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
      <Anchor key={start} href={words}>
        {words}
      </Anchor>
    ) : (
      words
    ),
  )
}
