import { Button } from '@mantine/core'
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react'
import classes from './empty.module.css'

/** What a pane says when it could not be loaded: the sentence, and a button that tries again. */
export function Problem({ sentence, onRetry }: { sentence: string; onRetry: () => void }) {
  return (
    <div className={`${classes.empty} ${classes.bad}`} role="alert">
      <span className={classes.icon} aria-hidden>
        <IconAlertTriangle size={20} />
      </span>
      <h2 className={classes.title}>This could not be loaded</h2>
      <p className={classes.sentence}>{sentence}</p>
      <div className={classes.action}>
        <Button variant="default" leftSection={<IconRefresh size={15} />} onClick={onRetry}>
          Try again
        </Button>
      </div>
    </div>
  )
}
