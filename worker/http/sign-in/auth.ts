import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { isAPIError } from 'better-auth/api'
import { type BetterAuthOptions, betterAuth } from 'better-auth/minimal'
import { dialect } from '#dialect'
import { hasSecondFactor } from '../../../db/queries/second-factor.ts'
import { finishReset, userByEmail } from '../../../db/queries/sign-in.ts'
import { accounts, sessions, users, verifications } from '../../../db/schema/sign-in.ts'
import type { Ctx } from '../../context.ts'
import { MINUTE_MS, SECOND_MS } from '../../kernel/time.ts'
import { IDLE_MS, LONGEST_SESSION_MS } from '../session.ts'
import { sessionCookie } from './cookie.ts'
import { withHashedTokens } from './hashed-tokens.ts'
import { LONGEST_PASSWORD, type ResetPassword, SHORTEST_PASSWORD, type SignIn } from './input.ts'
import { forgiveAttempts } from './limits.ts'
import { resetMail } from './mails.ts'
import { hashPassword, isPassword } from './password.ts'
import { pendingLine } from './second-factor/pending-sign-in.ts'

const RESET_LINK_MS = 10 * MINUTE_MS

/** What signing in needs: the wiring, who tries from where, and a way to finish a thing after the answer. */
export type SignInNeeds = Pick<Ctx, 'env' | 'directory' | 'mail' | 'log' | 'now' | 'newId'> & {
  headers: Headers
  place: string
  later: (work: Promise<unknown>) => void
}

/** What the right password leads to: an open session, or one that waits for a code. `cookies` are `Set-Cookie` lines. */
export type Opening = { cookies: string[]; signedIn: boolean; needsCode?: true }

/** Thrown in the middle of better-auth's act, so that no session is ever made of somebody who owes a code. */
class CodeNeeded extends Error {
  readonly userId: string

  constructor(userId: string) {
    super('A session of this user needs a code first.')
    this.userId = userId
  }
}

/**
 * Made anew for each act: a Postgres client may not outlive its request, and the 3 ms are small beside the 35 of a
 * password's hash. The look-up of a session, which every request does, knows nothing of it.
 */
function authFor(needs: SignInNeeds) {
  const { env, directory, now, newId } = needs
  const before = async ({ userId }: { userId: string }) => {
    if (await hasSecondFactor(directory, userId)) throw new CodeNeeded(userId)
    return { data: { expiresAt: new Date(now().getTime() + IDLE_MS) } }
  }
  return betterAuth({
    baseURL: env.PUBLIC_URL,
    secret: env.SECRET_KEY,
    logger: { disabled: true },
    telemetry: { enabled: false },
    database: (options: BetterAuthOptions) => withHashedTokens(storage(directory)(options)),
    verification: { storeIdentifier: 'hashed' },
    // The cookie lives as long as a session can; the row ends sooner when it is not used.
    session: { expiresIn: LONGEST_SESSION_MS / SECOND_MS },
    databaseHooks: { session: { create: { before } } },
    emailAndPassword: passwords(needs),
    advanced: {
      ...cookies(env),
      database: { generateId: newId, validateSchema: false },
      ipAddress: { ipAddressHeaders: ['cf-connecting-ip'] },
    },
  })
}

function passwords(needs: SignInNeeds) {
  const { directory, now } = needs
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
      await finishReset(directory, user.id, now())
      await forgiveAttempts(needs, 'sign_in', user.email)
    },
  } satisfies BetterAuthOptions['emailAndPassword']
}

/** Every cookie, also one that a plugin adds, has our prefix and with it the flags. */
function cookies(env: Ctx['env']) {
  const { name, secure } = sessionCookie(env)
  return {
    useSecureCookies: false,
    cookiePrefix: name,
    cookies: { session_token: { name } },
    defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
  } satisfies BetterAuthOptions['advanced']
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
  try {
    const api = authFor(needs).api
    const { headers } = await api.signInEmail({ body, headers: needs.headers, returnHeaders: true })
    return { signedIn: true, cookies: headers.getSetCookie() }
  } catch (error) {
    if (error instanceof CodeNeeded)
      return { signedIn: false, needsCode: true, cookies: [await pendingLine(needs.env, error.userId, needs.now())] }
    if (isAnswer(error, 'INVALID_EMAIL_OR_PASSWORD')) return null
    throw error
  }
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
