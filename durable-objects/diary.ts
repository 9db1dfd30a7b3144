import { claimed } from '../worker/features/appointments/rules/view.ts'
import { cutOffOf, mayMark } from '../worker/features/appointments/rules/next-status.ts'
import type { Policy } from '../worker/features/appointments/rules/policy.ts'
import { toldChanges } from '../worker/features/appointments/rules/told-changes.ts'
import type { Deed, DiaryAnswer, Entry, HoldAnswer, Told } from '../worker/kernel/diary.ts'
import type {
  BookRequest,
  CancelRequest,
  KeepRequest,
  MarkRequest,
  MoveRequest,
  TakeBackRequest,
} from '../worker/kernel/diary-requests.ts'
import { DAY_MS } from '../worker/kernel/time.ts'
