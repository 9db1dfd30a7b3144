import { IconFile, IconFileTypePdf, IconPhoto } from '@tabler/icons-react'
import { inBytes } from '../../ui/sizes.ts'
import classes from './message-card.module.css'
import type { Message } from './types.ts'

function FilePicture({ type }: { type: string }) {
  if (type.startsWith('image/')) return <IconPhoto size={20} aria-hidden />
  if (type === 'application/pdf') return <IconFileTypePdf size={20} aria-hidden />
  return <IconFile size={20} aria-hidden />
}

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
