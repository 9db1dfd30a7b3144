export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

/** A `fetch` that an SDK may use, and what we must know of the last answer even if the SDK could not read it. */
export type WatchedFetch = { fetch: Fetch; lastHeaders(): Headers | null }

/**
 * Remembers the headers, which an answer cut in its middle would take along, and tells the SDK not to wait in memory
 * on a 429: the queue waits better and longer.
 */
export function watched(inner: Fetch = (input, init) => fetch(input, init)): WatchedFetch {
  let headers: Headers | null = null
  return {
    lastHeaders: () => headers,
    fetch: async (input, init) => {
      headers = null
      const response = await inner(input, init)
      headers = response.headers
      return response.status === 429 ? notToBeRepeated(response) : response
    },
  }
}

function notToBeRepeated(response: Response): Response {
  const headers = new Headers(response.headers)
  headers.set('x-should-retry', 'false')
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}
