import { htmlToText } from './html-to-text.ts'
import { type Attributes, isAllowedElement, isRemovedElement, safeAttributes } from './safe-element.ts'
import { escapeHtml, wellFormedHtml } from './well-formed-html.ts'

/** `blockedImages`: how many remote images wait in `data-src` for the reader to ask for them. */
export type SafeHtml = { html: string; blockedImages: number }

/** Longer mails, or mails of more tags, are shown as text: HTMLRewriter takes about 10 µs a tag. */
const MAX_HTML_CHARS = 2_000_000
const MAX_TAGS = 40_000
const MAX_ATTRIBUTES = 60

/**
 * The display copy of a mail's HTML: the streaming HTMLRewriter of workerd keeps allowed elements, attributes, schemes
 * and style properties, and what it let through is written anew, well formed. A mail that the rewriter refuses (too
 * deep, or ambiguous on purpose) is shown as escaped text.
 */
export async function safeHtml(html: string): Promise<SafeHtml> {
  if (html.length > MAX_HTML_CHARS || html.split('<').length > MAX_TAGS) return asText(html)
  try {
    return counted(wellFormedHtml(await filtered(html)))
  } catch (error) {
    if (isRewriterRefusal(error)) return asText(html)
    throw error
  }
}

const filtered = (html: string): Promise<string> =>
  new HTMLRewriter()
    .on('*', { element: filterElement })
    .onDocument({ comments: (comment) => void comment.remove() })
    .transform(new Response(html))
    .text()

function filterElement(element: Element): void {
  const attributes: Attributes = Array.from(element.attributes, ([name = '', value = '']) => [name, value] as const)
  if (isRemovedElement(element.tagName)) element.remove()
  else if (!isAllowedElement(element.tagName) || attributes.length > MAX_ATTRIBUTES) element.removeAndKeepContent()
  else {
    for (const [name] of attributes) element.removeAttribute(name)
    for (const [name, value] of safeAttributes(element.tagName, attributes)) element.setAttribute(name, value)
  }
}

/** HTMLRewriter throws a plain TypeError at its memory limit and where streaming cannot tell text from markup. */
const isRewriterRefusal = (error: unknown) => error instanceof TypeError && error.message.startsWith('Parser error')

const asText = (html: string): SafeHtml => ({
  html: `<div style="white-space:pre-wrap">${escapeHtml(htmlToText(html.slice(0, MAX_HTML_CHARS)).text)}</div>`,
  blockedImages: 0,
})

/** Quotes are escaped in all text and values, so this can only be the attribute. */
const counted = (html: string): SafeHtml => ({ html, blockedImages: html.split(' data-src="').length - 1 })
