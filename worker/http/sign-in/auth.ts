import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { isAPIError } from 'better-auth/api'
import { type BetterAuthOptions, betterAuth } from 'better-auth/minimal'
import { dialect } from '#dialect'
import { noteByEmail } from '../../../db/queries/audit.ts'
import { hasSecondFactor } from '../../../db/queries/second-factor.ts'
import { finishReset, userByEmail } from '../../../db/queries/sign-in.ts'
import { accounts, sessions, users, verifications } from '../../../db/schema/sign-in.ts'
import type { Ctx } from '../../context.ts'
import { MINUTE_MS, SECOND_MS } from '../../kernel/time.ts'
import { accountNote, unnamedNote } from './account-note.ts'
import { LONGEST_PASSWORD, type ResetPassword, SHORTEST_PASSWORD, type SignIn } from './input.ts'
import { forgiveAttempts } from './limits.ts'
import { resetMail } from './mails.ts'
import { hashPassword, isPassword } from './password.ts'
import { pendingLine } from './second-factor/pending-sign-in.ts'
import { startSession } from './start-session.ts'

const RESET_LINK_MS = 10 * MINUTE_MS

/** What signing in needs: the wiring, who tries from where, and a way to finish a thing after the answer. */
export type SignInNeeds = Pick<Ctx, 'env' | 'directory' | 'mail' | 'breaches' | 'log' | 'now' | 'newId'> & {
  headers: Headers
  place: string
  later: (work: Promise<unknown>) => void
}

/** What the right password leads to: an open session, or one that waits for a code. `cookies` are `Set-Cookie` lines. */
export type Opening = { cookies: string[]; signedIn: boolean; needsCode?: true }

/**
 * Thrown in the middle of better-auth's act, so that it never makes a session: ours is written together with the note of
 * it, holds only the hash of its token, and waits for a code of somebody who owes one.
 */
class RightPassword extends Error {
  readonly userId: string

  constructor(userId: string) {
    super('A session is made by the house itself.')
    this.userId = userId
  }
}

/**
 * Made anew for each act: a Postgres client may not outlive its request, and the 3 ms are small beside the 35 of a
 * password's hash. The look-up of a session, which every request does, knows nothing of it.
 */
function authFor(needs: SignInNeeds) {
  const { env, directory, newId } = needs
  const before = ({ userId }: { userId: string }) => Promise.reject(new RightPassword(userId))
  return betterAuth({
    baseURL: env.PUBLIC_URL,
    secret: env.SECRET_KEY,
    logger: { disabled: true },
    telemetry: { enabled: false },
    database: storage(directory),
    verification: { storeIdentifier: 'hashed' },
    databaseHooks: { session: { create: { before } } },
    emailAndPassword: passwords(needs),
    advanced: {
      database: { generateId: newId, validateSchema: false },
      ipAddress: { ipAddressHeaders: ['cf-connecting-ip'] },
    },
  })
}

function passwords(needs: SignInNeeds) {
  const { directory } = needs
  return {
    enabled: true,
    minPasswordLength: SHORTEST_PASSWORD,
    maxPasswordLength: LONGEST_PASSWORD,
    password: {
      hash: (password) => hashUnfound(directory, password),
      verify: ({ password, hash }) => isPassword(password, hash),
    },
    resetPasswordTokenExpiresIn: RESET_LINK_MS / SECOND_MS,
    revokeSessionsOnPasswordReset: true,
    sendResetPassword: ({ user, token }) => sendOrLog(needs, user.email, token),
    onPasswordReset: async ({ user }) => {
      await finishReset(directory, accountNote(needs, 'password_reset', user.id))
      await forgiveAttempts(needs, 'sign_in', user.email)
    },
  } satisfies BetterAuthOptions['emailAndPassword']
}

/**
 * better-auth hashes in place of a user whom it did not find. The look-up of the account that it then saves is made up
 * for here, so that the time of an answer does not tell whether somebody has the address.
 */
async function hashUnfound(directory: Ctx['directory'], password: string): Promise<string> {
  await userByEmail(directory, '')
  return hashPassword(password)
}

const storage = (directory: Ctx['directory']) =>
  drizzleAdapter(directory, {
    provider: dialect === 'postgres' ? 'pg' : 'sqlite',
    transaction: dialect === 'postgres',
    schema: { user: users, session: sessions, account: accounts, verification: verifications },
  })

/** A mail that fails is logged and not tried again: whoever waits for it asks anew, and the link is soon worthless. */
async function sendOrLog({ env, mail, log, newId }: SignInNeeds, to: string, token: string): Promise<void> {
  try {
    await mail.send(resetMail(newId(), to, `${env.PUBLIC_URL}/reset-password?token=${token}`))
  } catch (error) {
    log.fault('reset_mail_not_sent', error)
  }
}

const isAnswer = (error: unknown, code: string) => isAPIError(error) && error.body?.code === code

/** A new session, or one that waits for a code; null when address and password do not fit together. */
export async function openSession(needs: SignInNeeds, body: SignIn): Promise<Opening | null> {
  const userId = await userWith(needs, body)
  if (userId === null) {
    noteFailure(needs, body.email)
    return null
  }
  if (await hasSecondFactor(needs.directory, userId))
    return { signedIn: false, needsCode: true, cookies: [await pendingLine(needs.env, userId, needs.now())] }
  return { signedIn: true, cookies: [await startSession(needs, userId, 'signed_in')] }
}

/** Whose address and password these are. Null: nobody's. */
async function userWith(needs: SignInNeeds, body: SignIn): Promise<string | null> {
  try {
    await authFor(needs).api.signInEmail({ body, headers: needs.headers })
  } catch (error) {
    if (error instanceof RightPassword) return error.userId
    if (isAnswer(error, 'INVALID_EMAIL_OR_PASSWORD')) return null
    throw error
  }
  throw new Error('better-auth made a session of its own.')
}

/** After the answer, so that its time does not tell whether anybody has the address. */
function noteFailure(needs: SignInNeeds, email: string): void {
  const noted = noteByEmail(needs.directory, email, unnamedNote(needs, 'sign_in_failed'))
  needs.later(noted.catch((error) => needs.log.fault('failed_sign_in_not_noted', error)))
}

/** Sends a link to the address, if somebody has it. */
export async function sendResetLink(needs: SignInNeeds, email: string): Promise<void> {
  await authFor(needs).api.requestPasswordReset({ body: { email }, headers: needs.headers })
}

/** Sets the password and ends all sessions of the user. False: the link was used before, or is too old. */
export async function setPassword(needs: SignInNeeds, { token, password }: ResetPassword): Promise<boolean> {
  try {
    await authFor(needs).api.resetPassword({ body: { token, newPassword: password }, headers: needs.headers })
    return true
  } catch (error) {
    if (isAnswer(error, 'INVALID_TOKEN')) return false
    throw error
  }
}
