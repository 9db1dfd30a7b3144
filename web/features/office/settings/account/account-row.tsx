import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import classes from '../settings.module.css'

type Face = {
  title: string
  detail: ReactNode
  /** What the buttons are called, each with what opens in place of the row. */
  acts: Record<string, (close: () => void) => ReactNode>
}

/** A thing that belongs to the person, with the forms that change it. */
export function AccountRow({ title, detail, acts }: Face) {
  const [open, setOpen] = useState<string | null>(null)
  const form = open === null ? undefined : acts[open]
  if (form)
    return (
      <div className={classes.row}>
        <div className={classes.inRow}>{form(() => setOpen(null))}</div>
      </div>
    )
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <div className={classes.name}>{title}</div>
        <div className={classes.detail}>{detail}</div>
      </div>
      {Object.keys(acts).map((words) => (
        <Button key={words} size="xs" variant="default" onClick={() => setOpen(words)}>
          {words}
        </Button>
      ))}
    </div>
  )
}
