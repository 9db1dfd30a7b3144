import { isHiddenElement, isUnreadElement } from './hidden-element.ts'
import { readHtml } from './html-tokens.ts'
import { isVoidElement, OpenElements } from './open-elements.ts'
import { TextLines } from './text-lines.ts'
import { withoutInvisible } from './visible-text.ts'

/** `hiddenChars`: how many characters a program would read and a person would not see. */
export type ReadableText = { text: string; hiddenChars: number }

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr ' +
    'li main nav ol p pre section table tr ul'
  ).split(' '),
)
/** Elements set off from their neighbours by an empty line. */
const PARAGRAPHS: ReadonlySet<string> = new Set('blockquote h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '))

const MAX_ALT_LENGTH = 200
const SHOWN_ADDRESS = /^(?:https?:|mailto:|tel:)/i

/**
 * The words of HTML as plain text, in one pass: hidden elements are left out and counted, quoted blocks get `> ` marks,
 * so that a quotation folds alike in both forms of a mail.
 */
export function htmlToText(html: string): ReadableText {
  const page = new Page()
  readHtml(html, page)
  return page.read()
}

type Mark = { isHidden: boolean; isUnread: boolean; address: string; place: number }

class Page {
  private readonly elements = new OpenElements<Mark>((name, mark) => this.onClose(name, mark))
  private readonly lines = new TextLines()
  private hidden = 0
  private unread = 0
  private preformatted = 0
  private hiddenChars = 0

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    this.elements.makeRoomFor(name)
    if (this.isShown()) this.lead(name, attributes)
    if (isVoidElement(name)) return
    const mark = {
      isHidden: isHiddenElement(attributes),
      isUnread: isUnreadElement(name),
      address: name === 'a' ? (attributes.get('href')?.trim() ?? '') : '',
      place: this.lines.place,
    }
    this.elements.push(name, mark)
    this.count(name, mark, 1)
  }

  close(name: string): void {
    this.elements.close(name)
  }

  text(text: string): void {
    if (this.unread > 0) return
    const visible = withoutInvisible(text)
    this.hiddenChars += text.length - visible.length
    if (this.hidden > 0) this.hiddenChars += visible.trim().length
    else if (this.preformatted > 0) this.lines.addAsWritten(visible)
    else this.lines.add(visible)
  }

  read(): ReadableText {
    this.elements.closeAll()
    this.lines.endLine()
    return { text: this.lines.toString(), hiddenChars: this.hiddenChars }
  }

  private isShown(): boolean {
    return this.hidden === 0 && this.unread === 0
  }

  /** What an element puts before its content. */
  private lead(name: string, attributes: ReadonlyMap<string, string>): void {
    if (BLOCKS.has(name)) this.lines.endBlock(PARAGRAPHS.has(name))
    if (name === 'br') this.lines.endLine()
    if (name === 'td' || name === 'th') this.lines.add(' ')
    if (name === 'li') this.lines.add('- ')
    const alt = name === 'img' ? (attributes.get('alt')?.trim() ?? '') : ''
    if (alt !== '') this.lines.add(` [${withoutInvisible(alt.slice(0, MAX_ALT_LENGTH))}] `)
  }

  private onClose(name: string, mark: Mark): void {
    if (this.isShown()) {
      if (mark.address !== '') this.addAddress(mark.address, this.lines.since(mark.place))
      if (BLOCKS.has(name)) this.lines.endBlock(PARAGRAPHS.has(name))
    }
    this.count(name, mark, -1)
  }

  private count(name: string, mark: Mark, by: 1 | -1): void {
    if (mark.isHidden) this.hidden += by
    if (mark.isUnread) this.unread += by
    if (name === 'blockquote') this.lines.quoteDepth += by
    if (name === 'pre') this.preformatted += by
  }

  /** A link shows where it leads, unless that is what it says. */
  private addAddress(address: string, label: string): void {
    const target = address.replace(/^(?:mailto|tel):/i, '')
    if (!SHOWN_ADDRESS.test(address) || target.length > MAX_ALT_LENGTH) return
    if (label.trim() !== '' && !label.includes(target)) this.lines.add(` (${target})`)
  }
}
