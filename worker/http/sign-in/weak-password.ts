import { COMMON_PASSWORDS } from './common-passwords.ts'

/** Why a password of allowed length is refused all the same, as a sentence; null when it is not. */
export function weaknessOf(password: string, email: string | null): string | null {
  const lower = password.toLowerCase()
  if (COMMON_PASSWORDS.has(lower)) return 'This password is among the first that are tried. Please choose another.'
  if (email !== null && (lower === email || lower === email.split('@')[0]))
    return 'Your address is not a password. Please choose another.'
  return null
}
