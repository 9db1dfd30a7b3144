import type { ReactNode } from 'react'
import classes from './pane.module.css'

type Face = { title: string; count?: number | null; lead?: ReactNode; actions?: ReactNode; children: ReactNode }

/** A part of the screen with a heading that stays while its content scrolls. */
export function Pane({ title, count = null, lead, actions, children }: Face) {
  return (
    <section className={classes.pane} aria-label={title}>
      <header className={classes.header}>
        {lead}
        <h1 className={classes.title}>{title}</h1>
        {count !== null && <span className={classes.count}>{count}</span>}
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  )
}

/** The part of a pane that scrolls. */
export function PaneBody({ children }: { children: ReactNode }) {
  return <div className={classes.body}>{children}</div>
}

/** A page of text and forms: one column of a readable width that scrolls in its pane. */
export function PaneColumn({ children }: { children: ReactNode }) {
  return (
    <div className={classes.body}>
      <div className={classes.column}>{children}</div>
    </div>
  )
}
