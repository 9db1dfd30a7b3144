import { removeSecondFactor, replaceBackupCodes, secondFactorOf } from '../../../../db/queries/second-factor.ts'
import { notFound } from '../../../kernel/refusal.ts'
import type { Session } from '../../session.ts'
import { accountNote } from '../account-note.ts'
import type { SignInNeeds } from '../auth.ts'
import { newToken } from '../new-token.ts'
import { backupCodeHash, newBackupCodes } from './backup-codes.ts'
import type { GiveBoth } from './input.ts'
import { proveCode, provePassword } from './prove.ts'

/** Refuses whoever cannot give both factors anew: a stolen session must not be enough to change them. */
async function proveBoth(needs: SignInNeeds, { user }: Session, { password, code }: GiveBoth): Promise<void> {
  const factor = await secondFactorOf(needs.directory, user.id)
  if (!factor?.confirmedAt) throw notFound('second factor')
  await provePassword(needs, user, password)
  await proveCode(needs, factor, code)
}

/** Forgets the app and the backup codes. Answers the session's new `Set-Cookie` line. */
export async function switchOff(needs: SignInNeeds, session: Session, input: GiveBoth): Promise<string[]> {
  await proveBoth(needs, session, input)
  const { tokenHash, line } = await newToken(needs.env)
  const note = accountNote(needs, 'second_factor_off', session.user.id)
  await removeSecondFactor(needs.directory, { sessionId: session.sessionId, tokenHash }, note)
  return [line]
}

/** Backup codes in place of those before, shown this once. */
export async function renewBackupCodes(needs: SignInNeeds, session: Session, input: GiveBoth): Promise<string[]> {
  await proveBoth(needs, session, input)
  const backupCodes = newBackupCodes()
  const note = accountNote(needs, 'backup_codes_renewed', session.user.id)
  await replaceBackupCodes(needs.directory, await Promise.all(backupCodes.map(backupCodeHash)), note)
  return backupCodes
}
