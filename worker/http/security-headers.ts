import type { MiddlewareHandler } from 'hono'

const TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types default"

/** What a page of ours may load: only itself. The nonce lets the component library write its one style element. */
export const pagePolicy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    TRUSTED_TYPES,
  ].join('; ')

const TURNSTILE = 'https://challenges.cloudflare.com'

/**
 * What a page for customers may load, and who may frame it. Turnstile builds its own elements from text, so where a
 * deployment uses it, trusted types cannot be asked for.
 */
export const visitorPolicy = (nonce: string, { framedBy, turnstile }: { framedBy: string; turnstile: boolean }) =>
  [
    "default-src 'none'",
    `script-src 'self'${turnstile ? ` ${TURNSTILE}` : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    ...(turnstile ? [`frame-src ${TURNSTILE}`] : []),
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy}`,
    ...(turnstile ? [] : ["require-trusted-types-for 'script'; trusted-types visitor"]),
  ].join('; ')

/** What is no page loads nothing and is framed by nobody. */
const BARE_POLICY = "default-src 'none'; frame-ancestors 'none'"

const HEADERS = {
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
}

/** Sets on every answer what its route has not set itself. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.res.status === 101) return
  const headers = new Headers(c.res.headers)
  for (const [name, value] of Object.entries(HEADERS)) if (!headers.has(name)) headers.set(name, value)
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', BARE_POLICY)
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
  c.res = new Response(c.res.body, { status: c.res.status, statusText: c.res.statusText, headers })
}
