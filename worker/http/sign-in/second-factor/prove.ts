import { insertNote } from '../../../../db/queries/audit.ts'
import { passwordHashOf, type SecondFactor, takeBackupCode, takeStep } from '../../../../db/queries/second-factor.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { accountNote } from '../account-note.ts'
import type { SignInNeeds } from '../auth.ts'
import { forgiveAttempts, limitAttempts } from '../limits.ts'
import { isPassword } from '../password.ts'
import { backupCodeHash, plainCode } from './backup-codes.ts'
import { openSecret } from './sealed-secret.ts'
import { codeAt, isAppCode, stepAt } from './totp.ts'

type ProveNeeds = Pick<SignInNeeds, 'env' | 'directory' | 'now' | 'newId' | 'place'>

/**
 * Uses a code up: the app's of this very moment, or a backup code. Refused: a wrong one, one that was used before or is
 * older than one that was, and any after five wrong ones. Answers what the code came from.
 */
export async function proveCode(needs: ProveNeeds, factor: SecondFactor, code: string): Promise<'app' | 'list'> {
  const { email } = factor
  await limitAttempts(needs, 'second_factor', { email, place: needs.place })
  const source = isAppCode(plainCode(code)) ? 'app' : 'list'
  if (!(await (source === 'app' ? takeAppCode : takeBackup)(needs, factor, code))) {
    await insertNote(needs.directory, accountNote(needs, 'code_failed', factor.userId))
    throw new Refusal('invalid', 'This code is wrong, or was used before. Please try the next one.')
  }
  await forgiveAttempts(needs, 'second_factor', email)
  return source
}

async function takeAppCode({ env, directory, now }: ProveNeeds, factor: SecondFactor, code: string): Promise<boolean> {
  const step = stepAt(now())
  const secret = await openSecret(env.SECRET_KEY, factor.userId, factor.secret)
  return plainCode(code) === (await codeAt(step, secret)) && takeStep(directory, factor, step)
}

/** Only for an app that is confirmed: a backup code says nothing of whether the app shows the right ones. */
async function takeBackup({ directory }: ProveNeeds, { userId, confirmedAt }: SecondFactor, code: string) {
  return confirmedAt !== null && takeBackupCode(directory, userId, await backupCodeHash(code))
}

/** Refuses whoever holds a session, but not the password of its user. */
export async function provePassword(
  needs: ProveNeeds,
  { id, email }: { id: string; email: string },
  password: string,
): Promise<void> {
  await limitAttempts(needs, 'sign_in', { email, place: needs.place })
  const hash = await passwordHashOf(needs.directory, id)
  if (!hash || !(await isPassword(password, hash))) throw new Refusal('invalid', 'This is not your password.')
  await forgiveAttempts(needs, 'sign_in', email)
}
