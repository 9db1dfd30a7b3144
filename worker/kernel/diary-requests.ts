import type { About, AppointmentStatus } from './diary.ts'
import type { Actor } from './words.ts'

/** `key` names the request: sent again it gets the first answer. `asCustomer`: the office's rules for customers hold. */
type Asked = { key: string; appointmentId: string; by: Actor; asCustomer: boolean }

/** When and with whom. Without a service it takes exactly the people and things named, and no rule but that they are free. */
export type Wanted = {
  serviceId: string | null
  /** Nobody named: anyone who does the service. */
  staffIds: string[]
  /** Only without a service, which chooses its rooms itself. */
  resourceIds: string[]
  startsAt: number
  /** Null: as long as the service takes. */
  endsAt: number | null
  viewerTimeZone: string
  /** Past hours, notice, limits and grid, but never over what is taken. */
  override: boolean
}

export type BookRequest = Asked & {
  verb: 'book'
  kind: 'appointment' | 'block'
  title: string
  wanted: Wanted
  about: Omit<About, 'createdAt'>
}
export type KeepRequest = { appointmentId: string; wanted: Wanted; expiresAt: number }
/** `version`: the one that was looked at, or null to take whatever it is in. */
type Change = Asked & { version: number | null }
export type MoveRequest = Change & { verb: 'move'; wanted: Omit<Wanted, 'serviceId' | 'resourceIds'> }
/** `customerAsked`: a member writes down that the customer called it off. */
export type CancelRequest = Change & { verb: 'cancel'; why: string; customerAsked: boolean }
export type MarkRequest = Change & { verb: 'mark'; status: Exclude<AppointmentStatus, 'requested' | 'cancelled'> }
/** Takes the last change back, if `version` is what it made. */
export type TakeBackRequest = Asked & { verb: 'take_back'; version: number }

export type DiaryRequest = BookRequest | MoveRequest | CancelRequest | MarkRequest | TakeBackRequest

/** `exceptId`: an appointment whose own time is no hindrance, because it is to be moved. */
export type ViewAsked = {
  serviceId: string
  from: number
  to: number
  exceptId: string | null
  /** Whoever is not of the office sees nobody whose other calendar is unknown, where the office wants it so. */
  asCustomer?: boolean
}
