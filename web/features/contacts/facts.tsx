import type { ReactNode } from 'react'
import classes from './facts.module.css'

/** Things of one kind that are known of a contact. */
export function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.facts}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

/** One of them, with a word at its end. */
export function Fact({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className={classes.fact}>
      <span className={classes.words}>{children}</span>
      {end && <span className={classes.end}>{end}</span>}
    </div>
  )
}
