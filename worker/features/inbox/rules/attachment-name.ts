import { oneLine } from '../../../kernel/text.ts'
import { cutText, withoutControls, withoutInvisible } from './visible-text.ts'

const MAX_NAME_LENGTH = 120
const MAX_EXTENSION_LENGTH = 12

const NAMES_BY_TYPE: ReadonlyMap<string, string> = new Map([
  ['text/calendar', 'invitation.ics'],
  ['application/ics', 'invitation.ics'],
  ['message/rfc822', 'message.eml'],
  ['message/delivery-status', 'delivery-status.txt'],
  ['application/pdf', 'document.pdf'],
  ['image/png', 'image.png'],
  ['image/jpeg', 'image.jpg'],
  ['image/gif', 'image.gif'],
])

/** A file name that cannot leave its folder, hide its extension or break a header: `../../x` becomes `x`. */
export function attachmentName(name: string | null, type: string): string {
  const lastPart = (name ?? '').split(/[/\\]/).findLast((part) => part.trim() !== '') ?? ''
  const safe = oneLine(withoutInvisible(withoutControls(lastPart))).replace(/^\.+ ?/, '')
  return safe === '' ? (NAMES_BY_TYPE.get(type) ?? 'attachment.bin') : capped(safe)
}

/** A long name loses its middle, not its extension, so that the file still opens. */
function capped(name: string): string {
  if (name.length <= MAX_NAME_LENGTH) return name
  const dot = name.lastIndexOf('.')
  const extension = dot > 0 && name.length - dot <= MAX_EXTENSION_LENGTH ? name.slice(dot) : ''
  return cutText(name, MAX_NAME_LENGTH - extension.length) + extension
}
