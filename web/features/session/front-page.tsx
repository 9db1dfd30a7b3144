import type { ReactNode } from 'react'
import { useTitle } from '../../ui/use-title.ts'
import classes from './front-page.module.css'
import { Glimpse } from './glimpse.tsx'
import { Mark } from './mark.tsx'

/** The frame of every screen before the office: the form at the left, a glimpse of what waits behind it at the right. */
export function FrontPage({
  title,
  lead,
  children,
  foot,
}: {
  title: string
  lead?: ReactNode
  children?: ReactNode
  foot?: ReactNode
}) {
  useTitle(title)
  return (
    <div className={classes.page}>
      <main className={classes.main}>
        <div className={classes.brand}>
          <Mark size={28} /> Foyer
        </div>
        <div className={classes.middle}>
          <h1 className={classes.title}>{title}</h1>
          {lead && <p className={classes.lead}>{lead}</p>}
          {children}
          {foot && <p className={classes.foot}>{foot}</p>}
        </div>
      </main>
      <Glimpse />
    </div>
  )
}
