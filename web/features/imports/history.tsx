import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { longWhen } from '../../ui/dates.ts'
import { Problem } from '../../ui/problem.tsx'
import { useOffice } from '../office/use-office.ts'
import classes from './imports.module.css'
import { stateWords } from './words.ts'

/** The imports so far, newest first. */
export function History() {
  const { data, error, refetch } = useQuery(trpc.imports.list.queryOptions())
  const { office } = useOffice()
  if (error && !data) return <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />
  if (!data || data.length === 0) return null
  return (
    <section aria-labelledby="imports-so-far">
      <h2 id="imports-so-far" className={classes.heading}>
        Imports so far
      </h2>
      <ul className={classes.list} aria-label="Imports">
        {data.map((each) => (
          <li key={each.id} className={classes.row}>
            <Link className={classes.name} to="/contacts/import" search={{ id: each.id }}>
              {each.fileName}
            </Link>
            <span className={classes.soft}>
              {longWhen(each.createdAt, office.timeZone)} · {stateWords(each)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
