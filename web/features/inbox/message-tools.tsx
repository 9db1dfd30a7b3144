import { Button } from '@mantine/core'
import { IconDownload, IconFileText, IconTypography } from '@tabler/icons-react'
import classes from './message-card.module.css'
import type { Message } from './types.ts'

type Face = { message: Message; formatted: boolean; onFormatted: (formatted: boolean) => void }

/** What else there is to see of a message than its text. */
export function MessageTools({ message, formatted, onFormatted }: Face) {
  const { id, textIsWhole, hasHtml, hasRaw } = message
  const shared = { size: 'compact-xs', variant: 'default' } as const
  return (
    <div className={classes.tools}>
      {hasHtml && (
        <Button
          {...shared}
          leftSection={<IconTypography size={14} />}
          aria-pressed={formatted}
          onClick={() => onFormatted(!formatted)}
        >
          {formatted ? 'Show as text' : 'Show original formatting'}
        </Button>
      )}
      {!textIsWhole && (
        <Button
          {...shared}
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
          {...shared}
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
  )
}
