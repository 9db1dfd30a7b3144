import { confirmSecondFactor, putSecret, secondFactorOf } from '../../../../db/queries/second-factor.ts'
import { base32Of } from '../../../kernel/base32.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Session } from '../../session.ts'
import { accountNote } from '../account-note.ts'
import type { SignInNeeds } from '../auth.ts'
import { newToken } from '../new-token.ts'
import { backupCodeHash, newBackupCodes } from './backup-codes.ts'
import type { GiveCode, GivePassword } from './input.ts'
import { proveCode, provePassword } from './prove.ts'
import { sealSecret } from './sealed-secret.ts'

/** RFC 4226, section 4: 160 bits are recommended. */
const SECRET_BYTES = 20

/** The key of a new app, and the link that hands it over, by the "Key URI Format" that all apps read. */
function shown(email: string, secret: Uint8Array) {
  const key = base32Of(secret).toUpperCase()
  const about = new URLSearchParams({ secret: key, issuer: 'Foyer', algorithm: 'SHA1', digits: '6', period: '30' })
  return { key, link: `otpauth://totp/Foyer:${encodeURIComponent(email)}?${about}` }
}

/** Makes a secret for an authenticator app. Until `confirm` nothing asks for its codes, and it may be made anew. */
export async function begin(needs: SignInNeeds, { user }: Session, { password }: GivePassword) {
  const { env, directory, now } = needs
  await provePassword(needs, user, password)
  const secret = crypto.getRandomValues(new Uint8Array(SECRET_BYTES))
  const sealed = await sealSecret(env.SECRET_KEY, user.id, secret)
  if (!(await putSecret(directory, user.id, sealed, now())))
    throw new Refusal('conflict', 'Your second factor is on already. Please switch it off first.')
  return shown(user.email, secret)
}

/**
 * Switches the second factor on by the app's first code. Answers the backup codes, which are shown this once. The session
 * goes on under a new token, and the user's others end.
 */
export async function confirm(needs: SignInNeeds, { user, sessionId }: Session, { code }: GiveCode) {
  const { env, directory } = needs
  const factor = await secondFactorOf(directory, user.id)
  if (!factor || factor.confirmedAt) throw beginAnew()
  await proveCode(needs, factor, code)
  const backupCodes = newBackupCodes()
  const codeHashes = await Promise.all(backupCodes.map(backupCodeHash))
  const { tokenHash, line } = await newToken(env)
  const renewed = { sessionId, tokenHash }
  const note = accountNote(needs, 'second_factor_on', user.id)
  if (!(await confirmSecondFactor(directory, { factor, codeHashes, renewed, note }))) throw beginAnew()
  return { backupCodes, cookies: [line] }
}

const beginAnew = () => new Refusal('conflict', 'This key is not waiting for a code any more. Please begin anew.')
