import { html } from 'hono/html'
import type { OfficeCtx } from '../../context.ts'
import { localeOf } from '../../features/booking/rules/spoken.ts'
import { bookingSettingsOf } from '../../features/office/rules/settings.ts'
import type { HttpContext } from '../app.ts'
import { newNonce } from '../page.ts'
import { visitorPolicy } from '../security-headers.ts'
import { partsOfTheBuild } from './parts-of-the-build.ts'

export type Html = ReturnType<typeof html>

type Shown = {
  title: string
  content: Html
  office?: Pick<OfficeCtx['office'], 'settings'>
  status?: 200 | 400 | 403 | 404 | 409 | 413 | 429 | 500 | 503
}

/** A page for whoever comes by. It is whole without a script, and may be framed only where it was asked for that way. */
export async function visitorPage(c: HttpContext, { title, content, office, status = 200 }: Shown): Promise<Response> {
  const nonce = newNonce()
  const isEmbedded = c.req.query('embed') === '1'
  const { siteKey } = c.get('ctx').bots
  const framedBy = isEmbedded && office ? sitesThatMayFrame(office) : "'none'"
  c.header('Content-Security-Policy', visitorPolicy(nonce, { framedBy, turnstile: siteKey !== null }))
  // The address of a manage link is a key: no other site may learn it. A form of ours still says where it comes from.
  c.header('Referrer-Policy', 'same-origin')
  c.header('X-Robots-Tag', c.req.path.startsWith('/a/') || status !== 200 ? 'noindex' : 'all')
  const parts = await partsOfTheBuild(c.env.ASSETS, c.req.url)
  return c.html(
    html`<!doctype html>
<html lang="en"${isEmbedded ? html` data-embedded` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<meta name="style-nonce" content="${nonce}">
<title>${title}</title>
${parts.styles.map((href) => html`<link rel="stylesheet" href="${href}">`)}
${parts.scripts.map((src) => html`<script type="module" src="${src}"></script>`)}
</head>
<body>
<div id="page">${content}</div>
<p id="spoken" role="status"></p>
</body>
</html>`,
    status,
  )
}

function sitesThatMayFrame({ settings }: Pick<OfficeCtx['office'], 'settings'>): string {
  const { embedOn } = bookingSettingsOf(settings)
  return embedOn.length > 0 ? embedOn.join(' ') : '*'
}

export const localeAt = (c: HttpContext) => localeOf(c.req.header('accept-language') ?? null)
