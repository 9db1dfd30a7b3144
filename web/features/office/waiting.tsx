import { Loader } from '@mantine/core'
import classes from './waiting.module.css'

/** A screen whose code is on its way. */
export function Waiting() {
  return (
    <div className={classes.waiting} role="status" aria-label="Loading">
      <Loader size="sm" color="gray" />
    </div>
  )
}
