import { z } from 'zod'
import { COLOURS } from './rules/service-words.ts'

const NAME_LENGTH = 80
const TEXT_LENGTH = 2000
const LABEL_LENGTH = 200
const DAY_MINUTES = 24 * 60
const MOST = 50
const MOST_DAYS = 730
const MOST_SEATS = 500
const MOST_PRICE_MINOR = 1_000_000_000

export const serviceId = z.string().max(64).meta({ ref: 'services' })
export const userId = z.string().max(64).meta({ ref: 'users' })
const minutes = (most: number) => z.number().int().min(0).max(most)
const version = z.number().int().positive()

const Question = z
  .object({
    /** Which question it is, chosen by whoever writes the form: answers name it. */
    key: z.string().min(1).max(64),
    label: z.string().trim().min(1, 'Please say what you want to ask.').max(LABEL_LENGTH),
    kind: z.enum(['text', 'choice']),
    isRequired: z.boolean(),
    choices: z.array(z.string().trim().min(1).max(LABEL_LENGTH)).max(MOST),
  })
  .refine(
    ({ kind, choices }) => kind === 'text' || choices.length > 1,
    'A choice needs at least two answers to choose from.',
  )

const fields = {
  name: z.string().trim().min(1, 'Please give it a name.').max(NAME_LENGTH),
  description: z.string().trim().max(TEXT_LENGTH).default(''),
  /** A month at most: no claim is longer. */
  lengthMinutes: z
    .number()
    .int()
    .min(1, 'It must take at least a minute.')
    .max(31 * DAY_MINUTES),
  everyMinutes: z.number().int().min(1, 'At least a minute must lie between two starts.').max(DAY_MINUTES),
  bufferBeforeMinutes: minutes(DAY_MINUTES).default(0),
  bufferAfterMinutes: minutes(DAY_MINUTES).default(0),
  noticeMinutes: minutes(MOST_DAYS * DAY_MINUTES).default(0),
  horizonDays: z.number().int().min(0).max(MOST_DAYS).default(90),
  mostPerDay: z.number().int().min(1).max(1000).nullable().default(null),
  mostPerWeek: z.number().int().min(1).max(5000).nullable().default(null),
  colour: z.enum(COLOURS).default('blue'),
  priceMinor: z.number().int().min(0).max(MOST_PRICE_MINOR).nullable().default(null),
  needs: z.enum(['any', 'all']).default('any'),
  staffIds: z.array(userId).max(MOST),
  resources: z
    .array(z.object({ kind: z.string().trim().min(1).max(NAME_LENGTH), quantity: z.number().int().min(1).max(MOST) }))
    .max(MOST)
    .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length, 'Please name each kind once.')
    .default([]),
  seats: z.number().int().min(1).max(MOST_SEATS).default(1),
  isPublic: z.boolean().default(true),
  needsApproval: z.boolean().default(false),
  cutOffMinutes: minutes(MOST_DAYS * DAY_MINUTES).default(DAY_MINUTES),
  questions: z
    .array(Question)
    .max(MOST)
    .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, 'Two questions have the same key.')
    .default([]),
}

export const AddService = z.object(fields)
export const ChangeService = z.object({ ...fields, id: serviceId, version })
export const MoveService = z.object({ id: serviceId, direction: z.enum(['up', 'down']) })
export const RemoveService = z.object({ id: serviceId })

export const ServiceShown = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  lengthMinutes: z.number(),
  everyMinutes: z.number(),
  bufferBeforeMinutes: z.number(),
  bufferAfterMinutes: z.number(),
  noticeMinutes: z.number(),
  horizonDays: z.number(),
  mostPerDay: z.number().nullable(),
  mostPerWeek: z.number().nullable(),
  colour: z.enum(COLOURS),
  priceMinor: z.number().nullable(),
  needs: z.enum(['any', 'all']),
  staffIds: z.array(z.string()),
  resources: z.array(z.object({ kind: z.string(), quantity: z.number() })),
  seats: z.number(),
  isPublic: z.boolean(),
  needsApproval: z.boolean(),
  cutOffMinutes: z.number(),
  questions: z.array(Question),
  version: z.number(),
})
/** A step of an owner, by which it can be taken back. */
export const Step = z.object({ id: z.string(), actId: z.string(), title: z.string() })
