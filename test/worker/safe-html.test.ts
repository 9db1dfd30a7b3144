import { parseDocument } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { safeHtml } from '../../worker/features/inbox/rules/safe-html.ts'
import { expectLinear } from '../support/growth.ts'
import { HTML_PAYLOADS } from '../support/html-payloads.ts'

const FORBIDDEN_ELEMENTS =
  /^(?:script|style|iframe|frame|object|embed|applet|form|input|button|textarea|select|svg|math|meta|base|link|title|template|noscript|xmp|plaintext|video|audio|source|marquee|details|body|html|head)$/
const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:|tel:)/
const UNSAFE_STYLE = /url|expression|position|binding|import|z-index|javascript|\\|@/i

type Found = { elements: string[]; problems: string[] }

/** Looks at the output inside a larger page, as a browser will meet it, by lists that share nothing with the rules. */
function inspect(html: string): Found {
  const found: Found = { elements: [], problems: [] }
  const page = parseDocument(`<main>${html}</main><footer></footer>`)
  const top = page.children.map((node) => ('name' in node ? node.name : node.type))
  if (top.join() !== 'main,footer') found.problems.push(`breaks out: ${top.join()}`)
  const open = [...page.children]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('attribs' in node)) {
      if (node.type !== 'text') found.problems.push(`a ${node.type}`)
      continue
    }
    found.elements.push(node.name)
    open.push(...node.children)
    if (FORBIDDEN_ELEMENTS.test(node.name) || node.name.includes('-')) found.problems.push(`<${node.name}>`)
    for (const [name, value] of Object.entries(node.attribs)) {
      const isUnsafe =
        name.startsWith('on') ||
        /^(?:srcset|background|action|formaction|ping|srcdoc|name|xlink:href)$/.test(name) ||
        (name === 'href' && !SAFE_ADDRESS.test(value)) ||
        (name === 'data-src' && !/^https?:\/\//.test(value)) ||
        (name === 'src' && !/^data:image\/(?:png|gif|jpeg|webp);base64,/.test(value)) ||
        (name === 'style' && UNSAFE_STYLE.test(value)) ||
        (name === 'target' && value !== '_blank')
      if (isUnsafe) found.problems.push(`${name}=${value}`)
    }
  }
  return found
}

describe('nothing that can run, load or cover the page is left of', () => {
  test.each(HTML_PAYLOADS)('%s', async (payload) => {
    const { html } = await safeHtml(payload)
    expect(inspect(html).problems).toEqual([])
  })

  test('any two of them in a row, or one cut off anywhere', async () => {
    for (const [index, payload] of HTML_PAYLOADS.entries()) {
      const next = HTML_PAYLOADS[(index * 7 + 3) % HTML_PAYLOADS.length] ?? ''
      for (const mail of [payload + next, next + payload, payload.slice(0, payload.length / 2), payload.slice(0, -1)])
        expect([mail, inspect((await safeHtml(mail)).html).problems]).toEqual([mail, []])
    }
  })
})

describe('the inspection itself', () => {
  test('finds what it is there to find', () => {
    for (const bad of [
      '<img src=x>',
      '<p onclick=x>',
      '<script>',
      '</main><p>',
      '<a href="javascript:x">',
      '<p title="',
    ])
      expect([bad, inspect(bad).problems.length > 0]).toEqual([bad, true])
  })
})

describe('a mail keeps', () => {
  test('its words, its form and its tables', async () => {
    const { html } = await safeHtml(
      '<html><body><h1 style="color:#333;font-family:&quot;Segoe UI&quot;,Arial">Hi &amp; bye</h1><table width="600" cellpadding=0><tr><td align=center>1 &lt; 2</td></tr></table></body></html>',
    )
    expect(html).toBe(
      '<h1 style="color:#333;font-family:\'Segoe UI\',Arial">Hi &amp; bye</h1><table width="600" cellpadding="0"><tr><td align="center">1 &lt; 2</td></tr></table>',
    )
  })

  test('its links, which open elsewhere and tell nothing', async () => {
    const { html } = await safeHtml(
      '<a href="https://example.com/?a=1&amp;b=2">x</a> <a href="mailto:a@b.c">y</a> <a href="tel:+1">z</a>',
    )
    expect(html).toContain('<a href="https://example.com/?a=1&amp;b=2" rel="noopener noreferrer" target="_blank">x</a>')
    expect(html).toContain('href="mailto:a@b.c"')
    expect(html).toContain('href="tel:+1"')
  })

  test('its images, unloaded and counted, and those that came along', async () => {
    expect(
      await safeHtml(
        '<img src="https://t.example/p.gif?u=1" width=1><img src=HTTP://t.example/b.png alt="a b"><img src="cid:logo@x"><img src="data:image/png;base64,iVBORw0=">',
      ),
    ).toEqual({
      html: '<img data-src="https://t.example/p.gif?u=1" width="1"><img data-src="HTTP://t.example/b.png" alt="a b"><img data-cid="logo@x"><img src="data:image/png;base64,iVBORw0=">',
      blockedImages: 2,
    })
  })

  test('the names by which quotations fold, and no other', async () => {
    const { html } = await safeHtml(
      '<div class="gmail_quote x" id=y><blockquote type=cite>old</blockquote></div><div id="divRplyFwdMsg">From</div>',
    )
    expect(html).toBe(
      '<div class="gmail_quote"><blockquote type="cite">old</blockquote></div><div id="divRplyFwdMsg">From</div>',
    )
  })

  test('text outside of ASCII and entities as they read', async () => {
    expect((await safeHtml('<p>Grüße &euro; 日本 &#128512;</p>')).html).toBe('<p>Grüße € 日本 😀</p>')
  })

  test('and a second cleaning changes nothing', async () => {
    const once = await safeHtml(
      '<p style="color:red">a<img src="https://t.example/x"><img src=cid:y><a href="https://z.example">b',
    )
    expect(await safeHtml(once.html)).toEqual(once)
  })
})

describe('a mail beyond measure', () => {
  test('10,000 elements deep is shown, no deeper than a browser nests', async () => {
    const safe = await safeHtml(`${'<div>'.repeat(10_000)}the words`)
    expect(safe.html).toContain('the words')
    expect(safe.html.split('<div>').length - 1).toBeLessThanOrEqual(200)
    expect(inspect(safe.html).problems).toEqual([])
  })

  test('20,000 elements deep, which the rewriter refuses, is shown as text', async () => {
    const safe = await safeHtml(`${'<div>'.repeat(20_000)}a &lt; b <b onclick=x>bold</b>`)
    expect(safe).toEqual({ html: '<div style="white-space:pre-wrap">a &lt; b bold</div>', blockedImages: 0 })
  })

  test.each<[string, (size: number) => string, number]>([
    ['open tags', (size) => '<p>'.repeat(size), 100_000],
    ['closed tags', (size) => '<b>x</b>'.repeat(size), 100_000],
    ['tags that are all kept', (size) => '<b>x</b>'.repeat(size), 19_500],
    ['attributes', (size) => `<p ${'a=b '.repeat(size)}>x`, 300_000],
    ['spaces', (size) => ' '.repeat(size), 2_000_000],
    ['signs', (size) => '<'.repeat(size), 2_000_000],
    ['letters', (size) => 'x'.repeat(size), 3_000_000],
    ['letters in an attribute', (size) => `<a href="https://x/${'x'.repeat(size)}">x`, 1_000_000],
    ['comments', (size) => '<!--x-->'.repeat(size), 39_000],
  ])('of %s takes time in proportion, and less than a second', (_, make, size) => expectLinear(make, safeHtml, size))
})
