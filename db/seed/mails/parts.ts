type Body = { contentType: string; body: string }
type Part = { headers: readonly string[]; body: string }

/** A small picture of a sun. */
const SUN_PNG = `iVBORw0KGgoAAAANSUhEUgAAABgAAAAYCAIAAABvFaqvAAAAT0lEQVR42mP49eEZVRDDkDLoSIwN
GiLZIEwjCBrHQKopuMxiIMMUrGYxkGcKplk0MIhUU9DMGjVoQAwafOmImlmEmpmWmsUINQu2YVH4
AwAiKOA9+LMdqgAAAABJRU5ErkJggg==`

/** A PDF of one page that says "Wildmoor trade prices". */
const PRICES_PDF = `JVBERi0xLjQKMSAwIG9iago8PC9UeXBlL0NhdGFsb2cvUGFnZXMgMiAwIFI+PgplbmRvYmoKMiAw
IG9iago8PC9UeXBlL1BhZ2VzL0tpZHNbMyAwIFJdL0NvdW50IDE+PgplbmRvYmoKMyAwIG9iago8
PC9UeXBlL1BhZ2UvUGFyZW50IDIgMCBSL01lZGlhQm94WzAgMCAzMDAgMTIwXS9Db250ZW50cyA0
IDAgUi9SZXNvdXJjZXM8PC9Gb250PDwvRiA1IDAgUj4+Pj4+PgplbmRvYmoKNCAwIG9iago8PC9M
ZW5ndGggNTA+PnN0cmVhbQpCVCAvRiAxOCBUZiAyNCA2MCBUZCAoV2lsZG1vb3IgdHJhZGUgcHJp
Y2VzKSBUaiBFVAplbmRzdHJlYW0KZW5kb2JqCjUgMCBvYmoKPDwvVHlwZS9Gb250L1N1YnR5cGUv
VHlwZTEvQmFzZUZvbnQvSGVsdmV0aWNhPj4KZW5kb2JqCnhyZWYKMCA2CjAwMDAwMDAwMDAgNjU1
MzUgZiAKMDAwMDAwMDAwOSAwMDAwMCBuIAowMDAwMDAwMDU0IDAwMDAwIG4gCjAwMDAwMDAxMDUg
MDAwMDAgbiAKMDAwMDAwMDIxNiAwMDAwMCBuIAowMDAwMDAwMzEzIDAwMDAwIG4gCnRyYWlsZXI8
PC9TaXplIDYvUm9vdCAxIDAgUj4+CnN0YXJ0eHJlZgozNzYKJSVFT0YK`

/** Parts as they stand in a mail (RFC 2046, section 5.1). */
function multipart(subtype: 'mixed' | 'alternative' | 'related', boundary: string, parts: readonly Part[]): Body {
  const written = parts.map(({ headers, body }) => [`--${boundary}`, ...headers, '', body].join('\n'))
  return {
    contentType: `multipart/${subtype}; boundary="${boundary}"`,
    body: [...written, `--${boundary}--`, ''].join('\n'),
  }
}

const typed = (contentType: string, body: string, ...headers: string[]): Part => ({
  headers: [`Content-Type: ${contentType}`, ...headers],
  body,
})
const nested = ({ contentType, body }: Body): Part => typed(contentType, body)
const file = (contentType: string, base64: string, ...headers: string[]): Part =>
  typed(contentType, base64, 'Content-Transfer-Encoding: base64', ...headers)

export const NEWSLETTER: Body = {
  contentType: 'text/html; charset=utf-8',
  body: `<!doctype html>
<html><body style="font-family:Georgia,serif;background:#f6f1ea;padding:24px">
<table align="center" width="560" style="background:#ffffff;padding:24px"><tr><td>
<p style="color:#8a6d4b;letter-spacing:2px">HAIRDRESSING WEEKLY</p>
<h1 style="font-weight:normal">Seven fringes for the new season</h1>
<p>From the curtain to the baby fringe: what clients will ask you for this autumn, and how to talk half of them out of it.</p>
<p><a href="https://hairdressingweekly.example/fringes">Read the story</a></p>
<h2 style="font-weight:normal">Also in this issue</h2>
<ul><li>Water-saving basins: do they pay?</li><li>An interview with colourist Bea Roth</li><li>Trade fair dates</li></ul>
<img src="https://hairdressingweekly.example/open.gif?u=8812" width="1" height="1" alt="">
<p style="font-size:12px;color:#777">You receive this newsletter because you subscribed. <a href="https://hairdressingweekly.example/unsubscribe?u=8812">Unsubscribe</a></p>
</td></tr></table></body></html>`,
}

const LOOKBOOK_TEXT = `Hello from Wildmoor,

Our autumn lookbook is here, with five new shades and your trade prices in the PDF.

New this season: the Fig & Oat range in one-litre bottles. Order by the end of the month and delivery is free.

You receive this newsletter as a trade customer. Unsubscribe: https://wildmoor.example/unsubscribe?u=204`

const LOOKBOOK_HTML = `<div style="font-family:Helvetica,Arial,sans-serif;color:#333333">
<p><img src="cid:sun@wildmoor.example" width="48" height="48" alt="Wildmoor"></p>
<h1>The autumn lookbook</h1>
<p>Our autumn lookbook is here, with <b>five new shades</b> and your trade prices in the PDF.</p>
<p>New this season: the <i>Fig &amp; Oat</i> range in one-litre bottles. Order by the end of the month and delivery is free.</p>
<p><img src="https://wildmoor.example/banner.jpg" alt="Five new shades"></p>
<p style="font-size:12px">You receive this newsletter as a trade customer. <a href="https://wildmoor.example/unsubscribe?u=204">Unsubscribe</a></p>
</div>`

/** Text, HTML with a picture inside and one from the web, and a PDF. */
export const LOOKBOOK: Body = multipart('mixed', 'wildmoor-1', [
  nested(
    multipart('alternative', 'wildmoor-2', [
      typed('text/plain; charset=utf-8', LOOKBOOK_TEXT),
      nested(
        multipart('related', 'wildmoor-3', [
          typed('text/html; charset=utf-8', LOOKBOOK_HTML),
          file(
            'image/png',
            SUN_PNG,
            'Content-ID: <sun@wildmoor.example>',
            'Content-Disposition: inline; filename="sun.png"',
          ),
        ]),
      ),
    ]),
  ),
  file('application/pdf', PRICES_PDF, 'Content-Disposition: attachment; filename="Wildmoor trade prices.pdf"'),
])

/** What an old mail program makes of a letter: a charset that does not exist, and an end that never came. */
export const BROKEN_PARTS: Body = {
  contentType: 'multipart/mixed; boundary="market"',
  body: `--market
Content-Type: text/plain; charset=x-mac-klingon
Content-Transfer-Encoding: quoted-printable

Dear neighbours=2C=0A=0Athe winter market is on again. Would Salon Lumen like its old pitch by the =
fountain=3F The form is attached=2C please send it back to us.=0A=0ALantern Street Market
--market
Content-Type: application/msword; name="form.doc"
Content-Transfer-Encoding: base64

0M8R4KGxGuEAAAAAAAAAAAAAAAAAAAAAPgADAP7/CQAGAAAAAAAAAAAAAAABAAAA`,
}
