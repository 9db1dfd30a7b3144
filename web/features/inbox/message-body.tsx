import { Button } from '@mantine/core'
import { IconDownload, IconFileText, IconTypography } from '@tabler/icons-react'
import { useState } from 'react'
import type { Range } from '../../ui/mark-pieces.ts'
import { frameHeight } from './frame-height.ts'
import classes from './message-card.module.css'
import { MessageText } from './message-text.tsx'
import type { Message } from './types.ts'

/** The frame runs no script and has no origin; links in it open a tab of their own. */
const SANDBOX = 'allow-popups allow-popups-to-escape-sandbox'

type Face = { message: Message; marks: readonly Range[]; strong: number | null }

/** The text of a message; its own formatting, the whole text and the raw message are one button away. */
export function MessageBody({ message, marks, strong }: Face) {
  const { id, text, ranges, textIsWhole, hasHtml, hasRaw, blockedImages } = message
  const [formatted, setFormatted] = useState(false)
  const shownFormatted = formatted && strong === null
  return (
    <>
      {shownFormatted ? (
        <iframe
          className={classes.frame}
          style={{ height: frameHeight(text) }}
          sandbox={SANDBOX}
          src={`/files/messages/${id}/html`}
          title="The message as its sender formatted it"
        />
      ) : (
        <MessageText text={text} ranges={ranges} marks={marks} strong={strong} />
      )}
      {shownFormatted && blockedImages > 0 && (
        <div className={classes.state}>
          {blockedImages === 1 ? 'One picture' : `${blockedImages} pictures`} from elsewhere not loaded, so that nobody
          learns when you read this.
        </div>
      )}
      <div className={classes.tools}>
        {hasHtml && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconTypography size={14} />}
            aria-pressed={formatted}
            onClick={() => setFormatted(!formatted)}
          >
            {formatted ? 'Show as text' : 'Show original formatting'}
          </Button>
        )}
        {!textIsWhole && (
          <Button
            size="compact-xs"
            variant="default"
            component="a"
            href={`/files/messages/${id}/text`}
            target="_blank"
            leftSection={<IconFileText size={14} />}
          >
            Show the whole text
          </Button>
        )}
        {hasRaw && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            component="a"
            href={`/files/messages/${id}/raw`}
            download
            leftSection={<IconDownload size={14} />}
          >
            Original
          </Button>
        )}
      </div>
    </>
  )
}
