import { Link } from '@tanstack/react-router'
import classes from './dashboard.module.css'
import { Bar, Part } from './part.tsx'
import type { Days, Figures } from './types.ts'
import { ANSWER_WORDS, daysInWords } from './words.ts'

/** Who asks for work, and how soon people are answered. */
export function Mails({ days, enquiries, answers }: Pick<Figures, 'enquiries' | 'answers'> & { days: Days }) {
  const mostEnquiries = Math.max(...enquiries.map(({ count }) => count), 1)
  const all = enquiries.reduce((sum, { count }) => sum + count, 0)
  const mostAnswers = Math.max(...answers.map(({ count }) => count), 1)
  return (
    <>
      <Part title="New enquiries" lead={`${all} in ${days} days`}>
        <ol className={classes.columns} aria-label="Enquiries by day">
          {enquiries.map(({ from, until, count }) => (
            <li key={from}>
              <Link
                to="/dashboard"
                search={{ days, show: 'enquiries', from, until }}
                aria-label={`${daysInWords(from, until)}: ${count}`}
                title={`${daysInWords(from, until)}: ${count}`}
              >
                <svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
                  <rect
                    className={classes.likely ?? ''}
                    width="10"
                    y={100 - (100 * count) / mostEnquiries}
                    height={(100 * count) / mostEnquiries}
                  />
                </svg>
              </Link>
            </li>
          ))}
        </ol>
        <div className={classes.ends} aria-hidden>
          <span>{enquiries[0] && daysInWords(enquiries[0].from, enquiries[0].until)}</span>
          <span>Today</span>
        </div>
      </Part>
      <Part title="How soon people were answered">
        <ul className={classes.rows}>
          {answers.map(({ answer, count }) => (
            <li key={answer}>
              <Link to="/dashboard" search={{ days, show: 'answers', answer }}>
                <span>{ANSWER_WORDS[answer]}</span>
                <b>{count}</b>
                <Bar share={count / mostAnswers} />
              </Link>
            </li>
          ))}
        </ul>
      </Part>
    </>
  )
}
