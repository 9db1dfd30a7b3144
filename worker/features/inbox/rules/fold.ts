import {
  attribution,
  headerField,
  isBareRule,
  isDeviceLine,
  isForwardOpener,
  isQuotedLine,
  isSeparator,
  isSignatureRule,
  MAX_MARK_LENGTH,
} from './quote-marks.ts'
import { joinedRanges, type RangeKind, type TextLine, type TextRange, textLines } from './text-ranges.ts'

/** Beyond this a mail is history; what follows goes on as quotation if the last line read was one. */
const MAX_LINES = 2000
const MAX_CHARS = 256 * 1024

const MAX_ATTRIBUTION_LINES = 4
const MAX_HEADER_LINES = 12
const MIN_HEADER_FIELDS = 3
const MAX_RULES_ABOVE_HEADER = 2
/** A longer block under `-- ` is taken for what somebody wrote. */
const MAX_SIGNATURE_LINES = 20

/**
 * Tells what in a mail is new and what is quotation, signature or copied header. The ranges cover the text in order
 * and leave it as it is: a screen may fold them, nothing is ever cut off. Each line is looked at a bounded number of
 * times, so the time grows with the text.
 */
export function fold(text: string): TextRange[] {
  const lines = textLines(text.slice(0, MAX_CHARS), MAX_LINES, MAX_MARK_LENGTH)
  const kinds = lineKinds(lines)
  return joinedRanges(text, lines, kinds, kinds.at(-1) === 'quote' ? 'quote' : 'reply')
}

function lineKinds(lines: readonly TextLine[]): RangeKind[] {
  const kinds: RangeKind[] = []
  while (kinds.length < lines.length) {
    const at = kinds.length
    const header = headerAt(lines, at)
    if (header !== null) {
      kinds.push(...Array<RangeKind>(header.length).fill('header'))
      if (!header.isMarked) kinds.push(...Array<RangeKind>(lines.length - kinds.length).fill('quote'))
    } else kinds.push(kindOf(lines, at, kinds.at(-1) ?? 'reply'))
  }
  return withSignatures(lines, kinds)
}

const textAt = (lines: readonly TextLine[], at: number) => lines[at]?.text ?? ''
const isBlank = (lines: readonly TextLine[], at: number) => textAt(lines, at).trim() === ''

function kindOf(lines: readonly TextLine[], at: number, before: RangeKind): RangeKind {
  if (isQuotedLine(textAt(lines, at))) return 'quote'
  return isBlank(lines, at) ? before : 'reply'
}

/** A header that begins at a line. `isMarked`: the quotation under it carries `>` marks; else it runs to the end. */
type Header = { length: number; isMarked: boolean }

function headerAt(lines: readonly TextLine[], at: number): Header | null {
  if (isBlank(lines, at) || isQuotedLine(textAt(lines, at))) return null
  return separatorAt(lines, at) ?? headerBlockAt(lines, at) ?? attributionAt(lines, at)
}

function separatorAt(lines: readonly TextLine[], at: number): Header | null {
  const line = textAt(lines, at)
  if (!isSeparator(line) && !isForwardOpener(line)) return null
  const next = nextWritten(lines, at + 1)
  const fields = fieldLines(lines, next)
  const length = (fields > 0 ? next + fields : at + 1) - at
  return { length, isMarked: isQuotedLine(textAt(lines, nextWritten(lines, at + length))) }
}

/** The "From, Sent, To, Subject" of Outlook and its kin, with the rule that may stand above it. */
function headerBlockAt(lines: readonly TextLine[], at: number): Header | null {
  let start = at
  while (start - at < MAX_RULES_ABOVE_HEADER && isBareRule(textAt(lines, start))) start = nextWritten(lines, start + 1)
  const count = fieldLines(lines, start)
  if (!isHeaderBlock(lines.slice(start, start + count).map((line) => line.text))) return null
  const length = start + count - at
  return { length, isMarked: isQuotedLine(textAt(lines, nextWritten(lines, at + length))) }
}

/** A form that asks "Date, From, To" is no header: that names a sender's address, or a date and a subject as well. */
function isHeaderBlock(lines: readonly string[]): boolean {
  const fields = lines.map(headerField)
  const sender = lines[fields.indexOf('from')]
  if (sender === undefined || fields.filter((field) => field !== null).length < MIN_HEADER_FIELDS) return false
  const hasDate = fields.includes('date')
  const hasSubject = fields.includes('subject')
  return (hasDate && hasSubject) || (sender.includes('@') && (hasDate || hasSubject))
}

/** How many lines from here name a header field; a long address list may run on for a line between two of them. */
function fieldLines(lines: readonly TextLine[], at: number): number {
  let count = 0
  for (let offset = 0; offset < MAX_HEADER_LINES && !isBlank(lines, at + offset); offset += 1) {
    if (headerField(textAt(lines, at + offset)) !== null) count = offset + 1
    else if (offset > count) break
  }
  return count
}

function attributionAt(lines: readonly TextLine[], at: number): Header | null {
  let sentence = ''
  for (let length = 1; length <= MAX_ATTRIBUTION_LINES && !isBlank(lines, at + length - 1); length += 1) {
    if (isQuotedLine(textAt(lines, at + length - 1))) return null
    sentence = `${sentence} ${textAt(lines, at + length - 1).trim()}`.trimStart()
    if (sentence.length > MAX_MARK_LENGTH) return null
    const found = attribution(sentence, length === 1)
    const isMarked = isQuotedLine(textAt(lines, nextWritten(lines, at + length)))
    if (found !== null && (isMarked || found === 'strong')) return { length, isMarked }
  }
  return null
}

/** The next line that is not blank, a few lines on at most. */
function nextWritten(lines: readonly TextLine[], from: number): number {
  let at = from
  while (at < from + MAX_ATTRIBUTION_LINES && at < lines.length && isBlank(lines, at)) at += 1
  return at
}

/** Marks signatures among the lines still taken for a reply, from the bottom up, so that each ends where the next begins. */
function withSignatures(lines: readonly TextLine[], kinds: readonly RangeKind[]): RangeKind[] {
  const marked = [...kinds]
  let written = 0
  let isLast = true
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const text = textAt(lines, at)
    if (kinds[at] !== 'reply') {
      written = 0
      isLast = true
    } else if (isSignatureRule(text) && written <= MAX_SIGNATURE_LINES) {
      markSignature(marked, kinds, at)
      written = 0
      isLast = true
    } else if (isLast && isDeviceLine(text)) marked[at] = 'signature'
    else if (text.trim() !== '') {
      written += 1
      isLast = false
    }
  }
  return marked
}

function markSignature(marked: RangeKind[], kinds: readonly RangeKind[], from: number): void {
  for (let at = from; at < kinds.length && kinds[at] === 'reply' && marked[at] === 'reply'; at += 1)
    marked[at] = 'signature'
}
