import { countBackupCodes, hasSecondFactor } from '../../../../db/queries/second-factor.ts'
import type { Ctx } from '../../../context.ts'
import type { SecondFactorShown } from './input.ts'

/** Whether the user is asked for a code after the password, and how many backup codes were not used yet. */
export async function readSecondFactor(
  { directory }: Pick<Ctx, 'directory'>,
  userId: string,
): Promise<SecondFactorShown> {
  if (!(await hasSecondFactor(directory, userId))) return { isOn: false, backupCodesLeft: 0 }
  return { isOn: true, backupCodesLeft: await countBackupCodes(directory, userId) }
}
