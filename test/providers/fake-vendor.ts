import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the vendor does with one request: answer it, never answer it, or drop the line in the middle of the body. */
export type Reply =
  | { status?: number; headers?: Record<string, string>; body: unknown }
  | 'hang'
  | 'hang in the body'
  | 'cut'

export type Seen = { path: string; headers: IncomingHttpHeaders; body: Record<string, unknown> }

/** A local server that speaks a vendor's wire format as badly as told. `reply` gets the number of the request, from 1. */
export async function fakeVendor(reply: (request: number) => Reply) {
  const seen: Seen[] = []
  const server = createServer(async (request, response) => {
    seen.push({ path: request.url ?? '', headers: request.headers, body: JSON.parse(await bodyOf(request)) })
    perform(reply(seen.length), response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function perform(reply: Reply, response: ServerResponse) {
  if (reply === 'hang') return
  if (reply === 'hang in the body' || reply === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'x-request-id': 'req_cut', 'request-id': 'req_cut' })
    response.write('{"id":"half an ans')
    if (reply === 'cut') setTimeout(() => response.destroy(), 20)
    return
  }
  const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body)
  response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers }).end(text)
}
