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

/** Everything by which the desk judges a request, in one piece, so that two halves of it cannot be of different times. */
export type Policy = {
  /** When its reading began, in epoch milliseconds: of two, the later one counts. */
  readAt: number
  office: { id: OfficeId; shard: number; timeZone: string }
  staff: StaffRules[]
  services: ServiceRules[]
  /** In the order in which they are taken. */
  resources: { id: string; kind: string }[]
}
