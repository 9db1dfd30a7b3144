/** An event as both sides know it. Whole days are days of the office and not instants. */
export type SyncedEvent = {
  /** Derived from the appointment's: inserted a second time, the vendor refuses it instead of having it twice. */
  id: string
  /** The vendor's own mark of this version, which a change must name; null where it gives none. */
  etag: string | null
  title: string
  startsAt: Date
  endsAt: Date
  /** Cancelled, declined and see-through events keep nobody from anything. */
  isBusy: boolean
  isRemoved: boolean
}

/** `expired`: the token is too old (Google answers 410), and everything has to be listed afresh with none. */
export type Listed =
  | { kind: 'page'; events: SyncedEvent[]; nextPage: string | null; syncToken: string | null }
  | { kind: 'expired' }

/** `overtaken`: it was changed there since `etag`, and has to be read again before it is changed from here. */
export type Written =
  | { kind: 'written'; etag: string | null }
  | { kind: 'exists' }
  | { kind: 'overtaken' }
  | { kind: 'gone' }

/**
 * The port to a calendar that is kept in step both ways, such as Google's. No provider implements it yet: it stands
 * here so that what the desk tells outside, and hears from there, has one shape from the first vendor on.
 *
 * A page that is not the last has `nextPage` and no `syncToken`; only the last page has the token for the next time, and
 * a short page is not the last. A channel tells that something changed and not what, may get lost, and ends by itself:
 * it is renewed before `expiresAt`, and changes are listed by a timer as well.
 */
export type Calendar = {
  listChanges(from: { syncToken: string } | { page: string } | null): Promise<Listed>
  insert(event: Omit<SyncedEvent, 'etag' | 'isRemoved'>): Promise<Written>
  update(event: Omit<SyncedEvent, 'isRemoved'>): Promise<Written>
  remove(event: Pick<SyncedEvent, 'id' | 'etag'>): Promise<Written>
  /** `token` comes back with each call of the channel: whoever does not know it is not believed. */
  watch(channel: { id: string; token: string; address: string }): Promise<{ resourceId: string; expiresAt: Date }>
  endWatch(channel: { id: string; resourceId: string }): Promise<void>
}
