import { attachmentName } from '../../inbox/rules/attachment-name.ts'

/** The largest file that a member may put on a record: as large as the largest mail. */
export const LARGEST_FILE_BYTES = 25 * 1024 * 1024
const UNKNOWN_TYPE = 'application/octet-stream'
const LONGEST_TYPE = 100

/** Why a file is not taken, in a sentence; null where it is. */
export function whyNot(name: string, bytes: number): string | null {
  if (bytes === 0) return `“${name}” is empty. Choose a file with something in it.`
  if (bytes > LARGEST_FILE_BYTES)
    return `“${name}” is larger than ${LARGEST_FILE_BYTES / 1024 / 1024} MB. Make it smaller, or put a link into a note.`
  return null
}

/** The kind of content as it was named, or “something” where that is no name of a kind. */
export function contentType(named: string | null): string {
  const type = named?.split(';')[0]?.trim().toLowerCase() ?? ''
  return type.length <= LONGEST_TYPE && /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : UNKNOWN_TYPE
}

/** A name without folders, control signs or tricks; one that is empty is named after its kind of content. */
export const fileName = (name: string, type: string): string => attachmentName(name, type)

/** Another name for a file. An ending that was not typed again stays, so that the file still opens. */
export function renamed(old: string, typed: string, type: string): string {
  const ending = /\.[^.\s]{1,11}$/
  const name = fileName(typed, type)
  return ending.test(name) ? name : fileName(name + (ending.exec(old)?.[0] ?? ''), type)
}
