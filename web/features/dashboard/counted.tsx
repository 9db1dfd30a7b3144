import { Drawer } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { dateWhen } from '../../ui/dates.ts'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { inMoney } from '../../ui/money.ts'
import { Problem } from '../../ui/problem.tsx'
import { useOffice } from '../office/use-office.ts'
import classes from './dashboard.module.css'
import { ANSWER_WORDS, daysInWords } from './words.ts'

/** The list behind a number: exactly what it counts, each with the way there. */
export function Counted() {
  const navigate = useNavigate()
  const { office } = useOffice()
  const { days = 30, show = 'enquiries', from, until, answer } = useSearch({ from: '/office/dashboard' })
  const { data, error, refetch } = useQuery(trpc.dashboard.counted.queryOptions({ days, show, from, until, answer }))
  const titles = {
    enquiries: from && until ? `Enquiries, ${daysInWords(from, until)}` : 'Enquiries',
    answers: `Answered: ${ANSWER_WORDS[answer ?? 'waiting'].toLowerCase()}`,
    won: `Won in ${days} days`,
    lost: `Lost in ${days} days`,
  }
  return (
    <Drawer
      opened
      onClose={() => void navigate({ to: '/dashboard', search: { days } })}
      position="right"
      size={440}
      title={titles[show]}
      closeButtonProps={{ 'aria-label': 'Close the list' }}
    >
      {!data && !error && <LoadingRows round={false} />}
      {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className={classes.none}>Nothing is counted here.</p>}
      <ul className={classes.counted} aria-label="What is counted">
        {data?.map(({ record, id, title, contactName, at, amountMinor, currency }) => (
          <li key={id}>
            {record === 'deal' ? (
              <Link to="/deals/$dealId" params={{ dealId: id }}>
                {title}
              </Link>
            ) : (
              <Link to="/inbox/$conversationId" params={{ conversationId: id }}>
                {title}
              </Link>
            )}
            <span>
              {[
                contactName,
                amountMinor !== null && currency ? inMoney(amountMinor, currency) : null,
                at && dateWhen(at, office.timeZone),
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </Drawer>
  )
}
