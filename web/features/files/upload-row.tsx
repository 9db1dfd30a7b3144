import { ActionIcon, Button, Progress } from '@mantine/core'
import { IconAlertCircle, IconUpload, IconX } from '@tabler/icons-react'
import classes from './files.module.css'
import { letGo, tryAgain, type Upload } from './uploads.ts'

/** A file on its way, or one that did not arrive. */
export function UploadRow({ upload: { key, name, share, problem, file } }: { upload: Upload }) {
  if (problem === null)
    return (
      <li className={classes.row}>
        <IconUpload size={18} className={classes.picture} aria-hidden />
        <div className={classes.words}>
          <div className={classes.name}>{name}</div>
          <Progress value={share * 100} size="xs" aria-label={`Sending ${name}`} />
        </div>
      </li>
    )
  return (
    <li className={classes.row} role="alert">
      <IconAlertCircle size={18} className={classes.bad} aria-hidden />
      <div className={classes.words}>
        <div className={classes.name}>{name}</div>
        <div className={classes.problem}>{problem}</div>
        {file && (
          <Button size="compact-xs" variant="default" onClick={() => tryAgain(key)}>
            Try again
          </Button>
        )}
      </div>
      <ActionIcon aria-label={`Let go of ${name}`} onClick={() => letGo(key)}>
        <IconX size={14} />
      </ActionIcon>
    </li>
  )
}
