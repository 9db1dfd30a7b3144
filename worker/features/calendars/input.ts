import { z } from 'zod'
import { WHEN_UNKNOWN } from '../appointments/rules/policy.ts'
import { userId } from '../services/input.ts'
import { PRIVACY } from './rules/feed-words.ts'
import { IMPORT_STATES } from './rules/import-words.ts'

const NAME_LENGTH = 80
const URL_LENGTH = 2000
const LEAST_MINUTES = 30
const MOST_MINUTES = 24 * 60

const resourceId = z.string().max(64).meta({ ref: 'resources' })
const sourceId = z.string().max(64).meta({ ref: 'calendar_sources' })
const importId = z.string().max(64).meta({ ref: 'calendar_imports' })

/** Exactly one of them: a member's calendar, or that of a room or thing. */
const whose = { userId: userId.nullable().default(null), resourceId: resourceId.nullable().default(null) }
const privacy = z.enum(PRIVACY)
export const Whose = z.object(whose)
export const FeedWanted = z.object({ ...whose, privacy })
export const FeedMade = z.object({ address: z.string() })
export const FeedShown = z.object({
  userId: z.string().nullable(),
  resourceId: z.string().nullable(),
  privacy,
  createdAt: z.date(),
})

export const AddSource = z.object({
  userId,
  name: z.string().trim().min(1, 'Please give the calendar a name.').max(NAME_LENGTH),
  url: z.string().trim().min(1, 'Please paste the address of the calendar.').max(URL_LENGTH),
  isTentativeBusy: z.boolean().default(true),
})
export const ChangeSource = z.object({
  id: sourceId,
  name: z.string().trim().min(1, 'Please give the calendar a name.').max(NAME_LENGTH),
  isTentativeBusy: z.boolean(),
})
export const SourceId = z.object({ id: sourceId })
/** Not asked: it was read a moment ago. */
export const Refreshed = z.object({ isAsked: z.boolean() })
export const SourceShown = z.object({
  id: z.string(),
  userId: z.string(),
  name: z.string(),
  /** Where it is kept. The address itself is a secret of whoever has the calendar. */
  host: z.string(),
  isTentativeBusy: z.boolean(),
  readAt: z.date().nullable(),
  busyTimes: z.number(),
  notTaken: z.number(),
  problem: z.string().nullable(),
  /** It was not read for so long that the office's choice holds. */
  isUnknown: z.boolean(),
})

export const OutsideChoice = z.object({
  whenUnknown: z.enum(WHEN_UNKNOWN),
  unknownAfterMinutes: z.number().int().min(LEAST_MINUTES).max(MOST_MINUTES),
})

/** What a calendar screen shows of other calendars. Nobody is told what it is that keeps somebody busy there. */
export const OutsideShown = z.object({
  busy: z.array(z.object({ userId: z.string(), calendar: z.string(), startsAt: z.date(), endsAt: z.date() })),
  /** Appointments that lie in such time. */
  overlaps: z.array(z.object({ appointmentId: z.string(), title: z.string(), userId: z.string(), startsAt: z.date() })),
  /** Calendars that cannot be read just now: what is shown of them may be old. */
  unknown: z.array(
    z.object({
      id: z.string(),
      userId: z.string(),
      calendar: z.string(),
      readAt: z.date().nullable(),
      problem: z.string().nullable(),
    }),
  ),
})

export const ImportId = z.object({ id: importId })
export const RunImport = z.object({ id: importId, kind: z.enum(['appointment', 'block']) })
export const ImportShown = z.object({
  id: z.string(),
  userId: z.string(),
  fileName: z.string(),
  state: z.enum(IMPORT_STATES),
  kind: z.enum(['appointment', 'block']),
  outcome: z
    .object({
      events: z.number(),
      toAdd: z.number(),
      added: z.number(),
      same: z.number(),
      elsewhere: z.number(),
      cancelled: z.number(),
      overlapping: z.number(),
      others: z.number(),
      endless: z.number(),
      refused: z.number(),
      isCut: z.boolean(),
      notTaken: z.array(
        z.object({ title: z.string(), line: z.number(), why: z.string(), startsAt: z.date().nullable() }),
      ),
    })
    .nullable(),
  /** How much of it is done, from 0 to 1. */
  progress: z.number(),
  mayUndo: z.boolean(),
  left: z.number(),
  problem: z.string().nullable(),
  createdAt: z.date(),
})
