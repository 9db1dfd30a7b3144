import { FILE_POLICY } from './file-policies.ts'

/** What an image may be; anything else is only ever downloaded. */
const SHOWN_IMAGES: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

/** Handed over for saving, never for showing: what a stranger sent must not run in our name. */
export const saved = (body: ReadableStream, type: string, name: string) =>
  new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Content-Security-Policy': FILE_POLICY,
    },
  })

/** An image that may be shown, or null where it is none. */
export const shownImage = (body: ReadableStream, type: string, headers: Record<string, string> = {}) =>
  SHOWN_IMAGES.includes(type)
    ? new Response(body, { headers: { 'Content-Type': type, 'Content-Security-Policy': FILE_POLICY, ...headers } })
    : null
