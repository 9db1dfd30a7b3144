import { flag, index, instant, json, primaryKey, table, text, uniqueIndex, whole } from '#dialect'
import { PRIVACY } from '../../worker/features/calendars/rules/feed-words.ts'
import { IMPORT_STATES, type Outcome } from '../../worker/features/calendars/rules/import-words.ts'
import { createdAt, ofOffice } from './columns.ts'

/**
 * The secret addresses at which calendars are looked at from outside. They stand in the directory, because an address
 * names no office; the row of the one who left goes with the membership.
 */
export const calendarFeeds = table(
  'calendar_feeds',
  {
    ...ofOffice(),
    whose: text('whose', { enum: ['member', 'resource'] }).notNull(),
    whoId: text('who_id').notNull(),
    /** Of the secret in the address, which itself is not kept. */
    tokenHash: text('token_hash').notNull(),
    privacy: text('privacy', { enum: PRIVACY }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    uniqueIndex('calendar_feeds_token').on(t.tokenHash),
    uniqueIndex('calendar_feeds_who').on(t.officeId, t.whose, t.whoId),
  ],
)

/** Other calendars of members, which are read again and again for when they are busy. */
export const calendarSources = table(
  'calendar_sources',
  {
    ...ofOffice(),
    userId: text('user_id').notNull(),
    name: text('name').notNull(),
    url: text('url').notNull(),
    isTentativeBusy: flag('is_tentative_busy').notNull(),
    /** What the server said of the copy that we have, so that it need not send it again. */
    etag: text('etag'),
    lastModified: text('last_modified'),
    /** When it was last read well, and how many busy times that found. */
    readAt: instant('read_at'),
    busyTimes: whole('busy_times').notNull().default(0),
    /** When the copy was last followed into days to come. */
    followedAt: instant('followed_at'),
    /** How many events of it could not be read. */
    notTaken: whole('not_taken').notNull().default(0),
    /** Why the last attempts failed, in words for the member, and how many there were. */
    problem: text('problem'),
    failures: whole('failures').notNull().default(0),
    nextAt: instant('next_at').notNull(),
    /** Counts the readings; of two at once only one is kept. */
    version: whole('version').notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.id] }), index('calendar_sources_due').on(t.nextAt)],
)

/** A calendar file on its way into somebody's calendar. */
export const calendarImports = table(
  'calendar_imports',
  {
    ...ofOffice(),
    userId: text('user_id').notNull(),
    fileName: text('file_name').notNull(),
    fileKey: text('file_key').notNull(),
    state: text('state', { enum: IMPORT_STATES }).notNull(),
    kind: text('kind', { enum: ['appointment', 'block'] })
      .notNull()
      .default('block'),
    outcome: json<Outcome>('outcome'),
    /** How many of the planned dates were gone through. */
    done: whole('done').notNull().default(0),
    /** What was made, in the version in which it was made: what an undo takes back. */
    made: json<{ id: string; version: number }[]>('made').notNull().default([]),
    /** How many of those an undo left, because somebody changed them since. */
    left: whole('left').notNull().default(0),
    problem: text('problem'),
    authorId: text('author_id').notNull(),
    version: whole('version').notNull().default(1),
    createdAt: createdAt(),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    index('calendar_imports_list').on(t.officeId, t.createdAt, t.id),
  ],
)

export type CalendarFeed = typeof calendarFeeds.$inferSelect
export type CalendarSource = typeof calendarSources.$inferSelect
export type CalendarImport = typeof calendarImports.$inferSelect
