import { boundaryOf, contentTypeOf, isInlineMessage } from './mime-header.ts'
import { bytesAsText } from './transfer-encoding.ts'

/** Where one part of a mail stands in its raw bytes. `header` has one character a byte; a leaf holds no other part. */
export type MimePart = {
  header: string
  headerStart: number
  bodyStart: number
  bodyEnd: number
  bodyLines: number
  isLeaf: boolean
}

/** The parts in order, how many bytes they take up, and what is odd about them. */
export type MimeOutline = { parts: MimePart[]; readBytes: number; isUnclosed: boolean; isCapped: boolean }

/** More parts than any mail that a person wrote; each costs the parser a tree node and buffers of 100 KB. */
const MAX_PARTS = 500
/** 25 MiB in lines of base64 are 350,000; a mail of empty lines would be twelve million. */
const MAX_LINES = 500_000
/** Lines before, between and after the parts, which nobody reads and the parser keeps one by one. */
const MAX_LINES_OUTSIDE = 10_000
/** RFC 2046 allows 70 characters; some programs write more. */
const MAX_BOUNDARY_LENGTH = 200

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const DASH = 0x2d

/** Finds the parts of a mail by one pass over its lines, without decoding anything. */
export function mimeParts(raw: Uint8Array): MimeOutline {
  const scan = new Scan(raw)
  while (scan.step()) {}
  return scan.outline()
}

class Scan {
  private readonly raw: Uint8Array
  private readonly parts: MimePart[] = []
  private readonly boundaries = new Set<string>()
  private readonly open = new Set<string>()
  private position = 0
  private lines = 0
  private linesOutside = 0
  private isInLeaf = false
  private headerStart = 0
  private isInHeader = true

  constructor(raw: Uint8Array) {
    this.raw = raw
  }

  /** Reads one line; false at the end, or where a cap is reached. */
  step(): boolean {
    if (this.position >= this.raw.length) return false
    if (this.lines >= MAX_LINES || this.parts.length >= MAX_PARTS) return false
    if (this.linesOutside >= MAX_LINES_OUTSIDE) return false
    this.lines += 1
    const start = this.position
    const found = this.raw.indexOf(LINE_FEED, start)
    this.position = found === -1 ? this.raw.length : found + 1
    if (this.isBoundary(start)) return true
    if (!this.isInHeader) this.countLine()
    else if (this.isBlank(start)) this.endHeader(start)
    return true
  }

  outline(): MimeOutline {
    const isCapped = this.position < this.raw.length
    if (this.isInHeader && !isCapped) this.endHeader(this.raw.length)
    this.endBody(this.position)
    return { parts: this.parts, readBytes: this.position, isUnclosed: this.open.size > 0, isCapped }
  }

  private countLine(): void {
    const part = this.parts.at(-1)
    if (this.isInLeaf && part !== undefined) part.bodyLines += 1
    else this.linesOutside += 1
  }

  private isBlank(start: number): boolean {
    return this.raw[start] === LINE_FEED || (this.raw[start] === CARRIAGE_RETURN && this.position - start <= 2)
  }

  private endHeader(end: number): void {
    const header = bytesAsText(this.raw.subarray(this.headerStart, end))
    const isMultipart = /^multipart\//i.test(contentTypeOf(header))
    this.isInHeader = isInlineMessage(header)
    this.isInLeaf = !isMultipart && !this.isInHeader
    const body = { bodyStart: this.position, bodyEnd: this.raw.length, bodyLines: 0 }
    this.parts.push({ header, headerStart: this.headerStart, ...body, isLeaf: this.isInLeaf })
    const boundary = boundaryOf(header)
    if (boundary !== null) {
      this.boundaries.add(boundary)
      this.open.add(boundary)
    }
    this.headerStart = this.position
  }

  private isBoundary(start: number): boolean {
    if (this.boundaries.size === 0 || this.raw[start] !== DASH || this.raw[start + 1] !== DASH) return false
    if (this.position - start > MAX_BOUNDARY_LENGTH) return false
    const line = bytesAsText(this.raw.subarray(start + 2, this.position)).trimEnd()
    const isClosing = !this.boundaries.has(line) && line.endsWith('--') && this.boundaries.has(line.slice(0, -2))
    if (!isClosing && !this.boundaries.has(line)) return false
    if (this.isInHeader) this.endHeader(start)
    this.endBody(start)
    if (isClosing) this.open.delete(line.slice(0, -2))
    this.isInHeader = !isClosing
    this.isInLeaf = false
    this.headerStart = this.position
    return true
  }

  private endBody(end: number): void {
    const last = this.parts.at(-1)
    if (last !== undefined && last.bodyEnd > end) last.bodyEnd = Math.max(end, last.bodyStart)
  }
}
