import type { ReactNode } from 'react'
import classes from './dashboard.module.css'

/** One chart with its heading. */
export function Part({ title, lead, children }: { title: string; lead?: string | undefined; children: ReactNode }) {
  return (
    <section className={classes.part} aria-label={title}>
      <h2>{title}</h2>
      {lead && <p className={classes.lead}>{lead}</p>}
      {children}
    </section>
  )
}

/** How long a bar is beside the longest. Decoration: the number stands beside it. */
export function Bar({ share, likely = 0 }: { share: number; likely?: number }) {
  return (
    <svg className={classes.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className={classes.whole ?? ''} width={100 * share} height="10" />
      {likely > 0 && <rect className={classes.likely ?? ''} width={100 * likely} height="10" />}
    </svg>
  )
}
