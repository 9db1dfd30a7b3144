const MAX_QUOTE_MARKS = 5
/** A label longer than this is not looked through for its own address. */
const MAX_LABEL_PIECES = 50

/**
 * Words that become lines of plain text. The pieces of a line are joined once, at its end: asking a growing string how
 * it ends would copy it every time.
 */
export class TextLines {
  private readonly lines: string[] = []
  private pieces: string[] = []
  private isSpaced = true
  private isBlankWanted = false
  quoteDepth = 0

  /** A place in the line, for `since`. */
  get place(): number {
    return this.pieces.length
  }

  /** What the line has gained since a place, or '' when that line has ended. */
  since(place: number): string {
    return this.pieces.slice(place, place + MAX_LABEL_PIECES).join('')
  }

  /** Adds words; any white space is one space, and none begins a line. */
  add(text: string): void {
    const words = text.split(/\s+/).filter(Boolean).join(' ')
    if (/^\s/.test(text)) this.addSpace()
    if (words === '') return
    this.pieces.push(words)
    this.isSpaced = false
    if (/\s$/.test(text.slice(-1))) this.addSpace()
  }

  /** Adds text whose spaces and line breaks count. */
  addAsWritten(text: string): void {
    const [first = '', ...rest] = text.split(/\r?\n/)
    this.addPiece(first)
    for (const line of rest) {
      this.endLine()
      this.addPiece(line)
    }
  }

  endLine(): void {
    const line = this.pieces.join('').trimEnd()
    const isAfterBlank = (this.lines.at(-1) ?? '') === ''
    if (this.isBlankWanted && !isAfterBlank) this.lines.push('')
    if (line !== '') this.lines.push('> '.repeat(Math.min(this.quoteDepth, MAX_QUOTE_MARKS)) + line)
    else if (!isAfterBlank && !this.isBlankWanted) this.lines.push('')
    this.startLine()
  }

  /** Ends the line only if it holds something; a paragraph is followed by an empty line. */
  endBlock(isParagraph: boolean): void {
    if (this.pieces.some((piece) => piece.trim() !== '')) this.endLine()
    else this.pieces = []
    this.isSpaced = true
    if (isParagraph) this.isBlankWanted = true
  }

  toString(): string {
    return this.lines.join('\n').trim()
  }

  private startLine(): void {
    this.pieces = []
    this.isSpaced = true
    this.isBlankWanted = false
  }

  private addSpace(): void {
    if (this.isSpaced) return
    this.pieces.push(' ')
    this.isSpaced = true
  }

  private addPiece(text: string): void {
    if (text === '') return
    this.pieces.push(text)
    this.isSpaced = text.endsWith(' ')
  }
}
