import type { HttpContext } from './app.ts'
import { pagePolicy } from './security-headers.ts'

const NONCE_BYTES = 16

export const newNonce = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(NONCE_BYTES))))

/** The app's one page, with a nonce of its own; any other file of the build as it is. */
export async function page(c: HttpContext): Promise<Response> {
  const asset = await c.env.ASSETS.fetch(c.req.raw)
  if (!asset.headers.get('content-type')?.startsWith('text/html')) return new Response(asset.body, asset)
  const nonce = newNonce()
  const marked = new HTMLRewriter()
    .on('meta[name="style-nonce"]', { element: (meta) => void meta.setAttribute('content', nonce) })
    .transform(asset)
  const headers = new Headers(marked.headers)
  headers.set('Content-Security-Policy', pagePolicy(nonce))
  // The nonce must never be served twice.
  headers.set('Cache-Control', 'no-store')
  headers.delete('ETag')
  return new Response(marked.body, { status: marked.status, headers })
}
