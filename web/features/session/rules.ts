const SHORTEST_PASSWORD = 8
const LONGEST_PASSWORD = 128
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** What is wrong with a mail address, or nothing. Only the slip of a finger is caught here; the mail itself proves it. */
export const wrongEmail = (email: string) =>
  ADDRESS.test(email.trim()) ? null : 'Enter a mail address, like you@example.com.'

/** What is wrong with a new password, or nothing. */
export function wrongPassword(password: string): string | null {
  if (password.length < SHORTEST_PASSWORD)
    return `Use at least ${SHORTEST_PASSWORD} characters; a short sentence is best.`
  if (password.length > LONGEST_PASSWORD) return `Use at most ${LONGEST_PASSWORD} characters.`
  return null
}

/** Where to go after signing in: a path of ours, and never another site. */
export function safeBack(back: unknown): string {
  const ours = typeof back === 'string' && back.startsWith('/') && !back.startsWith('//') && !back.includes('\\')
  return ours ? back : '/inbox'
}

/** What is wrong with a code, or nothing. Whether it is the right one is not known here. */
export const wrongCode = (code: string) => (code.trim() ? null : 'Enter a code.')
