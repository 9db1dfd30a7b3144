import type { OfficeId } from '../../../kernel/ids.ts'

/** What can be booked and how, as the desk needs it. One that was put away still says until when a customer may cancel. */
export type ServiceRules = {
  id: string
  name: string
  isOpen: boolean
  lengthMinutes: number
  everyMinutes: number
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  noticeMinutes: number
  horizonDays: number
  mostPerDay: number | null
  mostPerWeek: number | null
  needs: 'any' | 'all'
  staffIds: string[]
  resources: { kind: string; quantity: number }[]
  seats: number
  isPublic: boolean
  needsApproval: boolean
  cutOffMinutes: number
}

/** Somebody who works here: their weekly hours, and the dates on which others count. */
export type StaffRules = {
  id: string
  name: string
  timeZone: string
  hours: { day: number; start: string; end: string }[]
  dateHours: { date: string; windows: [string, string][] }[]
}

/** What the office does while somebody's other calendar cannot be read: a customer's booking waits for its answer, or is refused. */
export const WHEN_UNKNOWN = ['request', 'refuse'] as const
export type OutsideRules = { whenUnknown: (typeof WHEN_UNKNOWN)[number]; unknownAfterMinutes: number }
export const OUTSIDE_RULES: OutsideRules = { whenUnknown: 'request', unknownAfterMinutes: 60 }

/** Everything by which the desk judges a request, in one piece, so that two halves of it cannot be of different times. */
export type Policy = {
  /** When its reading began, in epoch milliseconds: of two, the later one counts. */
  readAt: number
  office: { id: OfficeId; shard: number; timeZone: string }
  staff: StaffRules[]
  services: ServiceRules[]
  /** In the order in which they are taken. */
  resources: { id: string; kind: string }[]
  /** Absent in a copy that a desk kept before there was such a choice. */
  outside?: OutsideRules
}
