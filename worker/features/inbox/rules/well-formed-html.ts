import { readHtml } from './html-tokens.ts'
import { isVoidElement, OpenElements } from './open-elements.ts'
import { isAllowedElement, safeAttributes } from './safe-element.ts'

/** Browsers stop nesting at 512; DOMPurify takes a minute for 20,000. */
const MAX_DEPTH = 200

export const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/**
 * Writes HTML anew from its tokens, so that no byte of the input is copied as markup: a tag that is unfinished at the
 * end is left out, every element is closed, none lies deeper than `MAX_DEPTH`, and nothing but allowed elements and
 * attributes is written, whatever a first filter took for text.
 */
export function wellFormedHtml(html: string): string {
  const out: string[] = []
  const elements = new OpenElements<null>((name) => out.push(`</${name}>`))
  readHtml(html, {
    open: (name, attributes) => {
      if (!isAllowedElement(name)) return
      elements.makeRoomFor(name)
      if (elements.depth >= MAX_DEPTH && !isVoidElement(name)) return
      out.push(startTag(name, attributes))
      if (!isVoidElement(name)) elements.push(name, null)
    },
    close: (name) => elements.close(name),
    text: (text) => out.push(escapeHtml(text)),
  })
  elements.closeAll()
  return out.join('')
}

function startTag(name: string, attributes: ReadonlyMap<string, string>): string {
  const written = new Map(safeAttributes(name, [...attributes]))
  const pairs = Array.from(written, ([attribute, value]) => `${attribute}="${escapeHtml(value)}"`)
  return `<${[name, ...pairs].join(' ')}>`
}
