import type { OpenHours } from './open-hours.ts'

/** Time that is taken, in milliseconds, with what the appointment there keeps free before and after itself. */
export type Busy = { startsAt: number; endsAt: number; bufferBefore: number; bufferAfter: number }

export type Person = { id: string; open: OpenHours; busy: readonly Busy[] }

/** All in milliseconds; `every` is how far apart starts are. */
export type Service = {
  length: number
  every: number
  unit: number
  bufferBefore: number
  bufferAfter: number
  notice: number
  needs: 'any' | 'all'
}

/** Who and what is asked for, and when it is asked. */
export type Asked = { now: number; viewerTimeZone: string; staff: readonly Person[]; service: Service }

export type Slot = { startsAt: number; staffIds: string[] }
