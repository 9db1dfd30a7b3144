import { Alert, Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import classes from './imports.module.css'
import type { Import } from './types.ts'
import { countWords, guessedWords } from './words.ts'

/** What an import did, or would do, while it goes on and afterwards. */
export function Outcome({ shown, isStale = false }: { shown: Import; isStale?: boolean }) {
  const isDone = shown.undo !== null
  const isMoving = shown.state === 'checking' || shown.state === 'running'
  const guessed = guessedWords(shown.counts.guessed)
  return (
    <section aria-label={isDone ? 'What was imported' : 'What would be imported'} className={classes.outcome}>
      {isMoving && (
        <progress className={classes.bar} value={shown.progress} aria-label="How much of the file is read" />
      )}
      <p aria-live="polite">
        <strong>
          {shown.counts.rows.toLocaleString('en')} {shown.counts.rows === 1 ? 'row' : 'rows'}{' '}
          {isMoving ? 'so far' : 'in all'}
        </strong>
        {isStale && ' (of the columns as they were when you tried it)'}
      </p>
      <ul>
        {countWords(shown, isDone).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {guessed && (
        <Alert color="yellow" variant="light">
          {guessed}
        </Alert>
      )}
      {shown.counts.refused > 0 && !isMoving && (
        <Button
          component="a"
          href={`/files/imports/${shown.id}/refused.csv`}
          download
          variant="default"
          size="xs"
          leftSection={<IconDownload size={15} />}
        >
          Rows that were left out, each with why
        </Button>
      )}
    </section>
  )
}
