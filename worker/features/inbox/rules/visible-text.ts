/** Characters that a reader cannot see but a program reads: zero-width, direction marks, soft hyphens and Unicode tags. */
const INVISIBLE =
  /\u034f|[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu

/** A joiner that joins no pictures; between two it makes one picture of them and must stay. */
const STRAY_JOINER = /(?<!\p{Extended_Pictographic}|\p{EMod}|\ufe0f)\u200d/gu

const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u

/** Whether a reader would see anything at all. */
export const hasVisibleCharacter = (text: string) => VISIBLE.test(text)

/** The text without what nobody can see. */
export const withoutInvisible = (text: string) => text.replace(INVISIBLE, '').replace(STRAY_JOINER, '')

/** At most `length` UTF-16 units, never half of a surrogate pair. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text
  return text.slice(0, /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length - 1 : length)
}

/** Control characters but tab and line break; NUL among them is refused by databases. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

export const withoutControls = (text: string) => text.replace(CONTROL, '')
