import { IconCloudOff } from '@tabler/icons-react'
import { useOnline } from '../../ui/use-online.ts'
import classes from './offline-banner.module.css'

/** Says that what is on the screen may be old, and that it mends itself. */
export function OfflineBanner() {
  if (useOnline()) return null
  return (
    <div className={classes.banner} role="status">
      <IconCloudOff size={16} aria-hidden />
      You are offline. You can go on reading; changes work again once you are connected.
    </div>
  )
}
