import { exports } from 'cloudflare:workers'
import { ORIGIN, type Person } from './people.ts'

type Asked = { record?: string; recordId?: string; name?: string; type?: string; key?: string; bytes?: unknown }

/** Sends a file as the app in a browser does. */
export function upload(
  { cookie }: Person,
  { type = 'text/plain', ...asked }: Asked,
  content: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const told = { name: 'file.txt', key: crypto.randomUUID(), bytes: body.length, ...asked }
  const query = new URLSearchParams(Object.entries(told).map(([name, value]) => [name, String(value)]))
  return exports.default.fetch(`${ORIGIN}/files/kept?${query}`, {
    method: 'POST',
    headers: { cookie, origin: ORIGIN, 'content-type': type, ...headers },
    body,
  })
}
