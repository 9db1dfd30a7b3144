import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../../worker/features/inbox/rules/fold.ts'
import { htmlToText } from '../../../worker/features/inbox/rules/html-to-text.ts'
import { replyText } from '../../../worker/features/inbox/rules/reply-text.ts'
import { wellFormedHtml } from '../../../worker/features/inbox/rules/well-formed-html.ts'

const text = (html: string) => htmlToText(html).text
const reply = (html: string) => replyText(text(html), fold(text(html)))

describe('the words of HTML', () => {
  test('keep their lines, paragraphs, lists and cells', () => {
    expect(text('<p>One\n two</p><p>Three<br>four</p><ul><li>a<li>b</ul>')).toBe('One two\n\nThree\nfour\n\n- a\n- b')
    expect(text('<table><tr><td>Cut</td><td>40</td></tr><tr><td>Wash<td>10</table>')).toBe('Cut 40\nWash 10')
    expect(text('<pre>a  b\n c</pre>')).toBe('a  b\n c')
  })

  test('tell where a link leads and what a picture says', () => {
    expect(text('<a href="https://x.example/a">Book</a> or <a href="mailto:a@b.c">a@b.c</a>')).toBe(
      'Book (https://x.example/a) or a@b.c',
    )
    expect(text('<a href="javascript:x">no</a><img alt="Our logo" src=x>')).toBe('no [Our logo]')
  })

  test('hold no styles, scripts or comments, and read entities as letters', () => {
    expect(text('<style>p{}</style><script>x</script><!-- c -->&euro;5 &lt; 6&nbsp;&#x110000;')).toBe('€5 < 6 \ufffd')
  })

  test.each([
    '<div style="display:none">hidden!</div>',
    '<div style="color:red; DISPLAY : none !important">hidden!</div>',
    '<span style="visibility:hidden">hidden!</span>',
    '<span style="opacity:0">hidden!</span>',
    '<span style="opacity: 0.0;">hidden!</span>',
    '<span style="font-size:1px">hidden!</span>',
    '<span style="font-size:0">hidden!</span>',
    '<span style="font-size:0.1em">hidden!</span>',
    '<p hidden>hidden!</p>',
    '<div style="display:none"><b>hid</b><p>den!</div>',
    '\u200b\u202e\u2060\ufeff\u{e0041}\u00ad\u200b',
  ])('leave out and count what nobody sees: %s', (hidden) => {
    const read = htmlToText(`<p>before</p>${hidden}<p>after</p>`)
    expect(read.text).toBe('before\n\nafter')
    expect(read.hiddenChars).toBeGreaterThanOrEqual(6)
  })

  test.each([
    '<div style="opacity:0.9">seen</div>',
    '<div style="font-size:10px">seen</div>',
    '<div style="font-size:1.2em">seen</div>',
    '<div style="font-size:1ex">seen</div>',
    '<div style="font-size:medium">seen</div>',
    '<div style="border-style:none;display:block">seen</div>',
    '<p hidden><p>seen',
  ])('keep what everybody sees: %s', (html) => {
    expect(htmlToText(html)).toEqual({ text: 'seen', hiddenChars: 0 })
  })

  test('are not lost or shown by an end tag that ends nothing', () => {
    expect(text('<div hidden>a</b>b</div>c')).toBe('c')
    expect(wellFormedHtml('<div><b>x</i>y</div>z')).toBe('<div><b>xy</b></div>z')
  })

  test('keep a picture made of several', () => {
    expect(text('<p>👩\u200d👧 family</p>')).toBe('👩\u200d👧 family')
  })

  test('fold like plain text in the replies of Gmail, Outlook and Yahoo', () => {
    expect(
      reply(
        '<div dir="ltr">Perfect!</div><br><div class="gmail_quote"><div class="gmail_attr">On Mon, 12 Oct 2026 at 10:02, Salon &lt;<a href="mailto:h@s.example">h@s.example</a>&gt; wrote:<br></div><blockquote><div>Thursday at 5?</div></blockquote></div>',
      ),
    ).toBe('Perfect!')
    expect(
      reply(
        '<p class=MsoNormal>Agreed.</p><div id="divRplyFwdMsg"><b>From:</b> Salon &lt;h@s.example&gt;<br><b>Sent:</b> Monday, October 12, 2026 10:00 AM<br><b>To:</b> Ann<br><b>Subject:</b> Colour</div><p>Shall we?</p>',
      ),
    ).toBe('Agreed.')
    expect(
      reply(
        '<div>Yes<div class="yahoo_quoted">On Monday, 12 October 2026 at 10:00:00 CEST, Salon &lt;h@s.example&gt; wrote:<div>Shall we?</div></div></div>',
      ),
    ).toBe('Yes')
  })
})

describe('of any HTML', () => {
  const fragment = fc.constantFrom(
    '<p>',
    '</p>',
    '<div hidden>',
    '</div>',
    '<b',
    '<!--',
    '-->',
    '<style>',
    '</style>',
    '&#0;',
    '&amp',
    'word',
    '<td>',
    '"',
    "='",
    '>',
    '<pre>',
    '\n',
    '<blockquote>',
  )
  const html = fc
    .array(fc.oneof(fragment, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 40 })
    .map((parts) => parts.join(''))

  test('the words are read without a throw, and no invisible ones come out', () => {
    fc.assert(
      fc.property(html, (page) => {
        expect(text(page)).not.toMatch(/[\u200b\u202e\ufeff]/)
      }),
      { numRuns: 1000 },
    )
  })

  test('what is written anew is the same when it is written anew again', () => {
    fc.assert(
      fc.property(html, (page) => {
        const once = wellFormedHtml(page)
        expect(wellFormedHtml(once)).toBe(once)
      }),
      { numRuns: 1000 },
    )
  })
})
