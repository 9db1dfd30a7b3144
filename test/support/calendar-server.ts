import { createServer, type Server } from 'node:http'
import { gzipSync } from 'node:zlib'
import { freePort } from './free-port.ts'

type Answer = { status?: number; headers?: Record<string, string>; body?: string | Buffer } | 'never'

/** A server of calendars as there are some: each path answers what it is told to, and some of it is bad. */
export async function calendarServer() {
  const answers = new Map<string, Answer>()
  const asked: string[] = []
  const server: Server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const answer = answers.get(path) ?? { status: 404 }
    if (answer === 'never') return
    response.writeHead(answer.status ?? 200, answer.headers).end(answer.body)
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: (path: string) => `http://127.0.0.1:${port}${path}`,
    answer: (path: string, answer: Answer) => answers.set(path, answer),
    asked,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Two hundred megabytes that travel as two hundred kilobytes. */
export const bomb = () => gzipSync(Buffer.alloc(200 * 1024 * 1024))
