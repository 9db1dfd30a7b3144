import { Button, CopyButton, Group } from '@mantine/core'
import classes from './second-factor.module.css'

/** Backup codes, this once. */
export function BackupCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  return (
    <div className={classes.form}>
      <p className={classes.hint}>
        Keep these backup codes where you find them without your phone. Each opens your account once, and they are not
        shown again.
      </p>
      <ul className={classes.codes} aria-label="Backup codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group>
        <Button onClick={onDone}>I have kept them</Button>
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy all'}
            </Button>
          )}
        </CopyButton>
      </Group>
    </div>
  )
}
