import { inBytes } from '../../ui/sizes.ts'
import { FilePicture } from '../files/file-picture.tsx'
import classes from './message-card.module.css'
import type { Message } from './types.ts'

/** What came with a message, to download. */
export function Attachments({ attachments }: { attachments: Message['attachments'] }) {
  return (
    <div className={classes.attachments}>
      {attachments.map(({ id, name, type, bytes }) => (
        <a key={id} className={classes.attachment} href={`/files/attachments/${id}`} download={name} title={name}>
          <FilePicture type={type} />
          <span className={classes.file}>
            <div className={classes.fileName}>{name}</div>
            <div className={classes.bytes}>{inBytes(bytes)}</div>
          </span>
        </a>
      ))}
    </div>
  )
}
