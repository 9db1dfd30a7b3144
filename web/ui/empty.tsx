import type { ReactNode } from 'react'
import classes from './empty.module.css'

type Face = { icon: ReactNode; title: string; children?: ReactNode; action?: ReactNode }

/** What a list or a pane says when it has nothing to show: what would be here, and what to do. */
export function Empty({ icon, title, children, action }: Face) {
  return (
    <div className={classes.empty}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <h2 className={classes.title}>{title}</h2>
      {children && <p className={classes.sentence}>{children}</p>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}
