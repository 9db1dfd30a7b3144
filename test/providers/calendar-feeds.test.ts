import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { calendarFeeds } from '../../worker/providers/calendar-feeds.ts'
import { calendar, meeting } from '../rules/calendars/files.ts'

const TEXT = calendar(meeting('a'))
const NOTHING = { etag: null, lastModified: null }
const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A server of calendars, as badly kept as told. */
async function server(answer: (response: ServerResponse, path: string, headers: Record<string, unknown>) => void) {
  const seen: string[] = []
  const http = createServer((request, response) => {
    seen.push(request.url ?? '')
    answer(response, request.url ?? '', request.headers)
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    http.closeAllConnections()
    http.close()
  })
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, seen }
}

const feeds = calendarFeeds({ isLocalAllowed: true, waitMs: 1000 })
const why = async (url: string) => {
  const answer = await feeds.read(url, NOTHING)
  return answer.kind === 'failed' ? answer.why : answer.kind
}

describe('a calendar on the web', () => {
  it('is read with its marks, and by these not sent again', async () => {
    const { url } = await server((response, _, headers) => {
      const isKnown = headers['if-none-match'] === '"1"' && headers['if-modified-since'] === 'yesterday'
      if (isKnown) return response.writeHead(304).end()
      response.writeHead(200, { etag: '"1"', 'last-modified': 'yesterday', 'content-type': 'text/plain' }).end(TEXT)
    })
    const first = await feeds.read(url, NOTHING)
    expect(first).toEqual({ kind: 'read', text: TEXT, etag: '"1"', lastModified: 'yesterday' })
    expect(await feeds.read(url, { etag: '"1"', lastModified: 'yesterday' })).toEqual({ kind: 'unchanged' })
  })

  it('that never answers, or never ends, is given up', async () => {
    expect(await why((await server(() => {})).url)).toContain('did not answer in time')
    const endless = await server((response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('X'), 50)
      response.on('close', () => clearInterval(timer))
    })
    expect(await why(endless.url)).toContain('did not answer in time')
  })

  it('is left at the byte where it is too large, also when it was packed to almost nothing', async () => {
    const large = await server((response) => response.end(Buffer.alloc(50 * 1024 * 1024, 'x')))
    expect(await why(large.url)).toContain('larger than 10 MB')
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024))
    const packed = await server((response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb))
    expect(await why(packed.url)).toContain('larger than 10 MB')
  })

  it('is not followed into a private network, nor round in circles', async () => {
    const asked = await server((response) => response.end(TEXT))
    for (const to of [
      'http://10.0.0.1/a.ics',
      'https://169.254.169.254/latest',
      'http://localhost/a',
      'file:///etc/hosts',
    ]) {
      const { url } = await server((response) => response.writeHead(302, { location: to }).end())
      expect(await why(url)).toContain('The calendar’s server sends us on.')
    }
    const circle = await server((response) => response.writeHead(301, { location: '/again' }).end())
    expect(await why(circle.url)).toContain('circles')
    expect(circle.seen).toHaveLength(5)
    const { url } = await server((response, path) =>
      path === '/' ? response.writeHead(307, { location: `${asked.url}/there` }).end() : response.end(),
    )
    expect(await why(url)).toBe('read')
  })

  it.each([
    [404, 'no calendar at this address'],
    [401, 'asks for a password'],
    [503, 'has trouble (503)'],
    [429, 'has trouble (429)'],
  ])('with status %i says so', async (status, words) => {
    const { url } = await server((response) => response.writeHead(status).end('no'))
    expect(await why(url)).toContain(words)
  })

  it('that is a web page is none, and one that cannot be reached is no fault', async () => {
    const { url } = await server((response) => response.end('<!DOCTYPE html><title>Sign in</title>'))
    expect(await why(url)).toContain('web page')
    expect(await why('http://127.0.0.1:1/a.ics')).toContain('cannot be reached')
    const cut = await server((response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('BEGIN')
      setTimeout(() => response.destroy(), 20)
    })
    expect(await why(cut.url)).toContain('cannot be reached')
  })

  it('is never asked by plain http or on this machine in earnest', async () => {
    const { url, seen } = await server((response) => response.end(TEXT))
    const answer = await calendarFeeds({ isLocalAllowed: false }).read(url, NOTHING)
    expect(answer).toMatchObject({ kind: 'failed' })
    expect(seen).toEqual([])
  })
})
