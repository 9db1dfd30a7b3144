import { countAttempts, forgetAttempts } from '../../../db/queries/sign-in.ts'
import type { Ctx } from '../../context.ts'
import { sha256Hex } from '../../kernel/digest.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { HOUR_MS, MINUTE_MS } from '../../kernel/time.ts'

type Limit = { windowMs: number; perAccount: number; perPlace: number }

/** How often each act may be tried in a window. The account is an address, whether or not anybody has it. */
const LIMITS = {
  sign_in: { windowMs: 15 * MINUTE_MS, perAccount: 10, perPlace: 50 },
  second_factor: { windowMs: 15 * MINUTE_MS, perAccount: 5, perPlace: 50 },
  sign_up: { windowMs: 3 * HOUR_MS, perAccount: Number.POSITIVE_INFINITY, perPlace: 3 },
  proof: { windowMs: HOUR_MS, perAccount: 3, perPlace: 20 },
  reset: { windowMs: HOUR_MS, perAccount: 3, perPlace: 20 },
  // As long as time is kept for a form: so many can be kept at once.
  hold_time: { windowMs: 10 * MINUTE_MS, perAccount: Number.POSITIVE_INFINITY, perPlace: 30 },
  book: { windowMs: HOUR_MS, perAccount: 10, perPlace: 30 },
  manage: { windowMs: HOUR_MS, perAccount: Number.POSITIVE_INFINITY, perPlace: 60 },
} as const satisfies Record<string, Limit>
export type Act = keyof typeof LIMITS

/** Who tries: the address they name, and from where on the network. */
export type Trier = { email: string; place: string }

/** Too many attempts: refused until the window is over, and never for good. */
export class TooMany extends Refusal {
  readonly waitMs: number

  constructor(waitMs: number) {
    const minutes = Math.ceil(waitMs / MINUTE_MS)
    super('too_many', `Too many attempts. Please try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`)
    this.waitMs = waitMs
  }
}

type Needs = Pick<Ctx, 'env' | 'directory' | 'now'>

const accountKey = (act: Act, email: string) => sha256Hex(`${act} account ${email}`)

/** Counts an attempt. Answers how long to wait, in milliseconds, or null while there were few enough. */
export async function waitAfterAttempt({ env, directory, now }: Needs, act: Act, trier: Trier): Promise<number | null> {
  const { windowMs, perAccount, perPlace } = LIMITS[act]
  const nowMs = now().getTime()
  const startMs = nowMs - (nowMs % windowMs)
  const keys = [await accountKey(act, trier.email), await sha256Hex(`${act} place ${trier.place}`)] as const
  const [byAccount = 0, fromPlace = 0] = await countAttempts(directory, keys, new Date(startMs))
  // The demo and its tests sign many people up from the one place that a local server knows.
  const placeMatters = !(act === 'sign_up' && env.STAGE === 'local')
  const tooMany = byAccount > perAccount || (placeMatters && fromPlace > perPlace)
  return tooMany ? startMs + windowMs - nowMs : null
}

/** Counts an attempt and refuses it when there were too many. */
export async function limitAttempts(needs: Needs, act: Act, trier: Trier): Promise<void> {
  const waitMs = await waitAfterAttempt(needs, act, trier)
  if (waitMs !== null) throw new TooMany(waitMs)
}

/** The right password or code, or a new password, forgives the wrong ones before it. */
export async function forgiveAttempts({ directory }: Pick<Ctx, 'directory'>, act: Act, email: string): Promise<void> {
  await forgetAttempts(directory, await accountKey(act, email))
}
