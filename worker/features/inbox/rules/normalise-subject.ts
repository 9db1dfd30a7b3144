import { oneLine } from '../../../kernel/text.ts'

const REPLY_WORDS = 're|aw|antw|antwort|sv|vs|odp|res|ref|rif|r|ynt|atb|απ|отв|ответ|回复|回覆|答复|답장|返信'
const FORWARD_WORDS = 'fwd|fw|wg|tr|i|rv|enc|vb|vl|pd|doorst|wtr|переслать|转发|轉寄|전달|転送'

const REPLY = new RegExp(`^(?:${REPLY_WORDS})(?:\\[\\d{1,4}\\]|\\(\\d{1,4}\\))? ?[:：] ?`, 'iu')
const FORWARD = new RegExp(`^(?:${FORWARD_WORDS})(?:\\[\\d{1,4}\\]|\\(\\d{1,4}\\))? ?[:：] ?`, 'iu')

const MAX_PREFIXES = 20
const MAX_SUBJECT_LENGTH = 500

/** What the outermost prefix of a subject says, in the words of the mail programs of some twenty languages. */
export function subjectKind(subject: string): 'reply' | 'forward' | 'plain' {
  const line = oneLine(subject.slice(0, MAX_SUBJECT_LENGTH))
  if (REPLY.test(line)) return 'reply'
  return FORWARD.test(line) ? 'forward' : 'plain'
}

/** The matter itself: no reply or forward prefixes, single spaces, lower case. */
export function normaliseSubject(subject: string): string {
  let line = oneLine(subject.slice(0, MAX_SUBJECT_LENGTH)).normalize('NFC').toLowerCase()
  for (let count = 0; count < MAX_PREFIXES; count += 1) {
    const shorter = line.replace(REPLY, '').replace(FORWARD, '')
    if (shorter === line) break
    line = shorter
  }
  return line.trim()
}
