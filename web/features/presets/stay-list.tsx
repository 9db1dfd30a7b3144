import { useWords } from '../office/use-words.ts'
import classes from './trade.module.css'
import type { Stay } from './types.ts'

/** What stays when a preset goes, each with why. */
export function StayList({ title, stays }: { title: string; stays: readonly Stay[] }) {
  const { one } = useWords()
  return (
    <div className={classes.stays}>
      <p>{title}</p>
      <ul aria-label="What stays">
        {stays.map(({ what, name, why }) => (
          <li key={`${what} ${name}`}>
            {what === 'Person' ? one : what} <b>{name}</b>: {why}
          </li>
        ))}
      </ul>
    </div>
  )
}
