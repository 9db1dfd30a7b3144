import { Children, type ReactNode } from 'react'
import classes from './alike-list.module.css'

/** Who or what is in the list already and may be meant; it is told to whoever does not see it as well. */
export function AlikeList({ children }: { children: ReactNode }) {
  const isEmpty = Children.count(children) === 0
  return (
    <div role="status">
      {!isEmpty && (
        <div className={classes.list}>
          <div className={classes.title}>Is it one of these?</div>
          {children}
        </div>
      )}
    </div>
  )
}
