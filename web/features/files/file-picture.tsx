import { IconFile, IconFileTypePdf, IconPhoto } from '@tabler/icons-react'

/** What kind of file it is, at a glance. */
export function FilePicture({ type, className = '' }: { type: string; className?: string | undefined }) {
  const face = { size: 20, className, 'aria-hidden': true }
  if (type.startsWith('image/')) return <IconPhoto {...face} />
  return type === 'application/pdf' ? <IconFileTypePdf {...face} /> : <IconFile {...face} />
}
