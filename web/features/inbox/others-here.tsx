import type { Presence } from '../../../worker/kernel/live.ts'
import { Monogram } from '../../ui/monogram.tsx'
import classes from './thread-header.module.css'

/** Who else has this conversation open, so that nobody is answered twice. */
export function OthersHere({ others }: { others: readonly Presence[] }) {
  return others.map(({ userId, name, doing }) => (
    <span key={userId} className={classes.others}>
      <Monogram name={name} size={20} />
      <span className={classes.word}>{doing === 'answering' ? `${name} is answering` : `${name} is here`}</span>
    </span>
  ))
}
