import type { Claim } from '../../kernel/claims.ts'
import type { DiaryAnswer, Entry, HoldAnswer } from '../../kernel/diary.ts'
import type { DiaryRequest, KeepRequest, ViewAsked } from '../../kernel/diary-requests.ts'
import type { OutsideOverlap, OutsideReading, OutsideView } from '../../kernel/outside.ts'
import type { Policy } from './rules/policy.ts'
import type { View } from './rules/view.ts'

/**
 * The port to the office's desk where time is decided. Each call brings the rules as they were just read; the desk takes
 * whichever are newer. A desk that cannot be reached is a refusal that says to try again with the same key.
 */
export type DiaryPort = {
  decide(policy: Policy, request: DiaryRequest): Promise<DiaryAnswer>
  keep(policy: Policy, request: KeepRequest): Promise<HoldAnswer>
  letGo(policy: Policy, appointmentId: string): Promise<void>
  /** The appointment as the desk has it, which may be newer than the database. */
  read(appointmentId: string): Promise<Entry | null>
  view(policy: Policy, asked: ViewAsked): Promise<View>
  /** Live claims of these people and things, in order of their start. */
  claims(from: number, to: number, names: string[]): Promise<Claim[]>
  /**
   * What was read of somebody's other calendar; answers what is booked over what the reading brought. Null: nothing was
   * new, and the desk does not know the old.
   */
  takeReading(reading: OutsideReading): Promise<OutsideOverlap[] | null>
  forgetCalendar(calendarId: string): Promise<void>
  outside(from: number, to: number): Promise<OutsideView>
  /** Fills a desk that knows nothing from the database; refused where two appointments there want the same time. */
  restore(policy: Policy): Promise<void>
  /** Forgets all time, of an office that is removed. */
  clear(): Promise<void>
}
