import { htmlToText } from './html-to-text.ts'
import { type CodePage, readAs } from './oem-code-pages.ts'
import { cutText, hasVisibleCharacter, withoutControls } from './visible-text.ts'

/** A database row holds 2 MB, and a character up to three bytes of it. */
export const MAX_TEXT_CHARS = 500_000
export const MAX_HTML_CHARS = 2_000_000

export type MailBody = { text: string; html: string | null; hiddenChars: number; notes: string[] }

/** The body as text, taken from the HTML where the sender wrote no text, and the HTML as it came. */
export function mailBody(text: string, html: string | null, codePage: CodePage | null): MailBody {
  const notes: string[] = []
  const read = (part: string) => withoutControls(codePage === null ? part : readAs(codePage, part))
  const markup = html === null ? null : read(cutText(html, MAX_HTML_CHARS))
  const fromMarkup = markup === null ? null : htmlToText(markup)
  const written = read(text)
  const whole = (hasVisibleCharacter(written) ? written : (fromMarkup?.text ?? written)).trimEnd()
  if (text.includes('\0') || html?.includes('\0')) notes.push('NUL characters were removed from the text.')
  if (whole.length > MAX_TEXT_CHARS) notes.push('The text is very long; the original holds the rest.')
  if ((html?.length ?? 0) > MAX_HTML_CHARS) notes.push('The formatted version is too long and was cut.')
  if (whole.includes('\ufffd')) notes.push('Some characters could not be read.')
  return {
    text: cutText(whole, MAX_TEXT_CHARS),
    html: markup,
    hiddenChars: fromMarkup?.hiddenChars ?? 0,
    notes,
  }
}
