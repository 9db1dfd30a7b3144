import { addUser, completeUser, userByEmail } from '../../../db/queries/sign-in.ts'
import { type Opening, openSession, type SignInNeeds } from './auth.ts'
import type { SignUp } from './input.ts'
import { limitAttempts, waitAfterAttempt } from './limits.ts'
import { alreadySignedUpMail } from './mails.ts'
import { hashPassword } from './password.ts'
import { refuseWeak } from './refuse-weak.ts'
import { sendProof } from './send-proof.ts'

/**
 * Sees to it that the address has an account, and opens a session when the password is that account's. It may be
 * repeated: after a fault, a double click or eight requests at once there is one user with one password. Where the
 * address was taken and the password is another, its owner is told by mail, and the caller nothing but to look there.
 */
export async function signUp(needs: SignInNeeds, input: SignUp): Promise<Opening> {
  const trier = { email: input.email, place: needs.place }
  await limitAttempts(needs, 'sign_up', trier)
  await refuseWeak(needs, input.password, input.email)
  const isNew = await ensureUser(needs, input)
  // A password tried on an account that was there before is an attempt to sign in to it.
  if (!isNew) await limitAttempts(needs, 'sign_in', trier)
  const opening = await openSession(needs, input)
  if (opening && isNew) proveLater(needs, input.email)
  if (opening) return opening
  if ((await waitAfterAttempt(needs, 'reset', trier)) === null) tellOwner(needs, input.email)
  return { signedIn: false, cookies: [] }
}

/** Adds the user, or what an earlier sign-up left out. False: there is nothing to add. */
async function ensureUser(needs: SignInNeeds, { name, email, password }: SignUp): Promise<boolean> {
  const { directory, now, newId } = needs
  // Hashed before it is looked whether it is needed, so that both answers take as long.
  const account = { accountId: newId(), passwordHash: await hashPassword(password), now: now() }
  const user = await userByEmail(directory, email)
  if (user && !isUnfinished(user)) return false
  if (user) await completeUser(directory, name, { ...account, userId: user.id })
  else await addUser(directory, { name, email }, { ...account, userId: newId() })
  return true
}

type KnownUser = NonNullable<Awaited<ReturnType<typeof userByEmail>>>

/** A user whom nobody can be yet: without a way to sign in, a proven address or an office. */
const isUnfinished = (user: KnownUser) => !user.accountId && !user.emailVerified && !user.memberOf

/** Signing up waits for no mail: the address can be proved at any time after it. */
function proveLater(needs: SignInNeeds, email: string): void {
  const sent = userByEmail(needs.directory, email).then((user) => user && sendProof(needs, user.id, email))
  needs.later(sent.catch((error) => needs.log.fault('proof_not_sent', error)))
}

function tellOwner({ env, mail, log, newId, later }: SignInNeeds, email: string): void {
  const sent = mail.send(alreadySignedUpMail(newId(), email, env.PUBLIC_URL))
  later(sent.catch((error) => log.fault('sign_up_mail_not_sent', error)))
}
