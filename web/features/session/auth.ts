import { Answer } from './answer.ts'

const SECOND_S = 60

/** What the sign-in routes answer when they refuse. */
type Refused = { sentence?: unknown; message?: unknown }

function waitSentence(response: Response): string {
  const seconds = Number(response.headers.get('Retry-After')) || SECOND_S
  const minutes = Math.ceil(seconds / SECOND_S)
  return `Too many tries. Please wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again.`
}

async function sentenceIn(response: Response): Promise<string> {
  if (response.status === 429) return waitSentence(response)
  const body: Refused | null = await response.json().catch(() => null)
  if (typeof body?.sentence === 'string') return body.sentence
  if (typeof body?.message === 'string') return body.message
  return 'Something went wrong on our side. Please try again.'
}

/** Posts to a sign-in route. Throws an `Answer` with the sentence to show. */
async function post(path: string, body: Record<string, string>): Promise<Response> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch((error: unknown) => {
    throw new Answer('Foyer could not be reached. Check your connection and try again.', { cause: error })
  })
  if (!response.ok) throw new Answer(await sentenceIn(response))
  return response
}

/** Answers whether the person is signed in now: for an address that has an account already, only a mail is sent. */
export async function signUp(input: { name: string; email: string; password: string }): Promise<boolean> {
  const { signedIn }: { signedIn?: unknown } = await (await post('sign-up/email', input)).json()
  return signedIn === true
}
export const signIn = (input: { email: string; password: string }) => post('sign-in/email', input)
export const signOut = () => post('sign-out', {})
export const requestReset = (input: { email: string }) => post('request-password-reset', input)
export const resetPassword = (input: { token: string; password: string }) => post('reset-password', input)
