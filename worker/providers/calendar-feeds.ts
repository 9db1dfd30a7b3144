import type { FeedAnswer, Feeds } from '../features/calendars/feeds.ts'
import { feedAddress } from '../features/calendars/rules/feed-address.ts'
import { joinBytes } from '../kernel/bytes.ts'
import { SECOND_MS } from '../kernel/time.ts'

/** Larger than the calendar of a whole company; as text and as events it is several times that in memory. */
const MOST_BYTES = 10 * 1024 * 1024
const WAIT_MS = 15 * SECOND_MS
const MOST_REDIRECTS = 4
const REDIRECTS = [301, 302, 303, 307, 308]

const TOO_LARGE = 'This calendar is larger than 10 MB. Please share only the months that matter.'
const TOO_SLOW = 'The calendar’s server did not answer in time.'
const NOT_REACHED = 'The calendar’s server cannot be reached. Please check the address.'

const failed = (why: string): FeedAnswer => ({ kind: 'failed', why })

/** Calendars on the web, by https. `wait` is for tests, which have less patience. */
export function calendarFeeds({
  isLocalAllowed,
  waitMs = WAIT_MS,
}: {
  isLocalAllowed: boolean
  waitMs?: number
}): Feeds {
  return {
    isLocalAllowed,
    async read(url, { etag, lastModified }) {
      const signal = AbortSignal.timeout(waitMs)
      const headers = {
        Accept: 'text/calendar, */*;q=0.1',
        'User-Agent': 'Foyer (calendar subscription)',
        ...(etag ? { 'If-None-Match': etag } : {}),
        ...(lastModified ? { 'If-Modified-Since': lastModified } : {}),
      }
      try {
        return await follow(url, { headers, signal, redirect: 'manual' }, isLocalAllowed)
      } catch (error) {
        // Whatever a server or the way to it does wrong is the member's to know, and nobody else's fault.
        if (error instanceof Error) return failed(signal.aborted ? TOO_SLOW : NOT_REACHED)
        throw error
      }
    },
  }
}

/** Each address that a server sends us on to is judged like the first. */
async function follow(url: string, asked: RequestInit, isLocalAllowed: boolean): Promise<FeedAnswer> {
  let at = url
  for (let count = 0; count <= MOST_REDIRECTS; count += 1) {
    const address = feedAddress(at, { isLocalAllowed })
    if (!address.ok) return failed(count === 0 ? address.why : `The calendar’s server sends us on. ${address.why}`)
    const answer = await fetch(address.url, asked)
    const to = REDIRECTS.includes(answer.status) ? answer.headers.get('location') : null
    if (to === null) return read(answer)
    await answer.body?.cancel()
    if (!URL.canParse(to, address.url)) return failed(NOT_REACHED)
    at = new URL(to, address.url).href
  }
  return failed('The calendar’s server sends us round in circles.')
}

async function read(answer: Response): Promise<FeedAnswer> {
  if (answer.status === 304) return { kind: 'unchanged' }
  if (!answer.ok) {
    await answer.body?.cancel()
    return failed(whyOf(answer.status))
  }
  // The platform unpacks what was sent packed, so that these are the bytes as they will lie in memory.
  const bytes = await capped(answer.body)
  if (bytes === null) return failed(TOO_LARGE)
  const text = new TextDecoder().decode(bytes)
  if (/^\s*(<!doctype|<html|<\?xml)/i.test(text.slice(0, 1000)))
    return failed('This address leads to a web page, not to a calendar. Please use the one that ends in .ics.')
  return { kind: 'read', text, etag: answer.headers.get('etag'), lastModified: answer.headers.get('last-modified') }
}

async function capped(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array<ArrayBuffer> | null> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of body ?? []) {
    length += piece.length
    // Leaving the loop ends the stream: a bomb is unpacked no further.
    if (length > MOST_BYTES) return null
    pieces.push(piece)
  }
  return joinBytes(pieces)
}

function whyOf(status: number): string {
  if (status === 401 || status === 403)
    return 'The calendar’s server asks for a password. Please use the calendar’s secret address.'
  if (status === 404 || status === 410) return 'There is no calendar at this address any more.'
  return `The calendar’s server has trouble (${status}).`
}
