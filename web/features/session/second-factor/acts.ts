import { Answer } from '../answer.ts'
import { fieldOf, post } from '../auth.ts'

type Both = { password: string; code: string }

function textIn(body: unknown, name: string): string {
  const value = fieldOf(body, name)
  if (typeof value === 'string') return value
  throw new Answer('Something went wrong on our side. Please try again.')
}

function codesIn(body: unknown): string[] {
  const codes = fieldOf(body, 'backupCodes')
  if (Array.isArray(codes)) return codes.map(String)
  throw new Answer('Something went wrong on our side. Please try again.')
}

/** The key for an authenticator app, and the link that hands it to one on this device. */
export async function begin(input: { password: string }): Promise<{ key: string; link: string }> {
  const body: unknown = await (await post('second-factor/begin', input)).json()
  return { key: textIn(body, 'key'), link: textIn(body, 'link') }
}

/** Switches the second factor on. Answers the backup codes, which can be read only now. */
export const confirm = async (input: { code: string }) =>
  codesIn(await (await post('second-factor/confirm', input)).json())

/** New backup codes, in place of all that were there before. */
export const renewBackupCodes = async (input: Both) =>
  codesIn(await (await post('second-factor/backup-codes', input)).json())

export const switchOff = (input: Both) => post('second-factor/switch-off', input)
