import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { messageWhen } from '../../../ui/dates.ts'
import { LoadingRows } from '../../../ui/loading-rows.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { useOffice } from '../use-office.ts'
import { NOTE_WORDS } from './note-words.ts'
import { Section } from './section.tsx'
import classes from './settings.module.css'

/** Who did what to the office and to the accounts of its members. */
export function NotesSection() {
  const { office } = useOffice()
  const { data, error, refetch } = useQuery(trpc.office.notes.queryOptions())
  const members = useQuery(trpc.office.members.queryOptions()).data?.members
  const subjectOf = (id: string | null) => members?.find(({ userId }) => userId === id)?.name
  return (
    <Section
      id="notes"
      title="What happened here"
      lead="Who signed in, and who changed members, secrets and settings: the last hundred acts. Each is kept for a year."
    >
      {!data && !error && <LoadingRows count={3} round={false} />}
      {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className={classes.detail}>Nothing has happened yet.</p>}
      {data && data.length > 0 && (
        <ol className={`${classes.rows} ${classes.tall}`} aria-label="What happened here">
          {data.map(({ id, kind, name, subjectId, at }) => {
            const subject = subjectOf(subjectId)
            return (
              <li key={id} className={classes.row}>
                <div className={classes.words}>
                  <b>{name ?? 'Somebody who is gone'}</b> {NOTE_WORDS[kind]}
                  {subject && `: ${subject}`}
                </div>
                <time className={classes.detail} dateTime={at}>
                  {messageWhen(at, office.timeZone)}
                </time>
              </li>
            )
          })}
        </ol>
      )}
    </Section>
  )
}
