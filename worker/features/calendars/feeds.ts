/** What a server answered to the request for a calendar. `why` is a sentence for the member whose calendar it is. */
export type FeedAnswer =
  | { kind: 'read'; text: string; etag: string | null; lastModified: string | null }
  | { kind: 'unchanged' }
  | { kind: 'failed'; why: string }

/** The port to calendars elsewhere on the web. It throws for nothing that a server can do. */
export type Feeds = {
  /** Tests serve theirs on their own machine. */
  isLocalAllowed: boolean
  read(url: string, known: { etag: string | null; lastModified: string | null }): Promise<FeedAnswer>
}
