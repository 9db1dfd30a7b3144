import { DAY_MS } from '../../../kernel/time.ts'

/** How long a new owner may go on with the password alone. */
export const GRACE_MS = 7 * DAY_MS

type Asking = { isRequired: boolean; memberSince: Date; twoFactorsAt: Date | null }

/** Whether an owner may not act as one, because their session did not prove the second factor that the office asks for. */
export const lacksSecondFactor = ({ isRequired, memberSince, twoFactorsAt }: Asking, now: Date) =>
  isRequired && twoFactorsAt === null && now.getTime() >= memberSince.getTime() + GRACE_MS
