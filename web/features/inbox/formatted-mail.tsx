import { Button } from '@mantine/core'
import { useState } from 'react'
import { frameHeight } from './frame-height.ts'
import classes from './message-card.module.css'
import type { Message } from './types.ts'

/** The frame runs no script and has no origin; links in it open a tab of their own. */
const SANDBOX = 'allow-popups allow-popups-to-escape-sandbox'

/** A message as its sender formatted it, behind glass. */
export function FormattedMail({ message: { id, text, blockedImages } }: { message: Message }) {
  const [withPictures, setWithPictures] = useState(false)
  return (
    <>
      <iframe
        className={classes.frame}
        style={{ height: frameHeight(text) }}
        sandbox={SANDBOX}
        src={`/files/messages/${id}/html${withPictures ? '?images=show' : ''}`}
        title="The message as its sender formatted it"
      />
      {blockedImages > 0 && !withPictures && (
        <div className={classes.state}>
          {blockedImages === 1 ? 'One picture' : `${blockedImages} pictures`} from elsewhere not loaded, so that nobody
          learns when you read this.{' '}
          <Button size="compact-xs" variant="default" onClick={() => setWithPictures(true)}>
            Load them
          </Button>
        </div>
      )}
    </>
  )
}
