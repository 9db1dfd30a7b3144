import { jsonOf } from '../../../worker/kernel/json.ts'
import { Answer } from './answer.ts'

const MINUTE_S = 60

/** A field of a JSON object; undefined of anything else. */
export const fieldOf = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined

function waitSentence(response: Response): string {
  const seconds = Number(response.headers.get('Retry-After')) || MINUTE_S
  const minutes = Math.ceil(seconds / MINUTE_S)
  return `Too many tries. Please wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again.`
}

async function sentenceIn(response: Response): Promise<string> {
  if (response.status === 429) return waitSentence(response)
  // An answer that is no JSON comes from something between the server and us, and has no sentence.
  const body = jsonOf(await response.text())
  const sentence = fieldOf(body, 'sentence') ?? fieldOf(body, 'message')
  if (typeof sentence === 'string') return sentence
  return 'Something went wrong on our side. Please try again.'
}

/** Posts to a sign-in route. Throws an `Answer` with the sentence to show. */
export async function post(path: string, body: Record<string, string>): Promise<Response> {
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

/** What follows a password: the office, a code of the second factor, or a look into one's mail. */
export type Entry = 'open' | 'code' | 'mail'

async function entryIn(response: Response): Promise<Entry> {
  const body: unknown = await response.json()
  if (fieldOf(body, 'needsCode') === true) return 'code'
  return fieldOf(body, 'signedIn') === true ? 'open' : 'mail'
}

/** For an address that has an account already, only a mail is sent. */
export const signUp = async (input: { name: string; email: string; password: string }) =>
  entryIn(await post('sign-up/email', input))
export const signIn = async (input: { email: string; password: string }) => entryIn(await post('sign-in/email', input))
export const signInByCode = (input: { code: string }) => post('sign-in/code', input)
export const signOut = () => post('sign-out', {})
export const requestReset = (input: { email: string }) => post('request-password-reset', input)
export const sendProof = () => post('account/send-proof', {})
export const changeAddress = (input: { email: string; password: string }) => post('account/change-address', input)
export const changePassword = (input: { password: string; newPassword: string }) =>
  post('account/change-password', input)

/** Uses the link of a mail up. Answers the address that is the user's from then on. */
export async function confirmAddress(input: { token: string }): Promise<string> {
  const body: unknown = await (await post('account/confirm-address', input)).json()
  return String(fieldOf(body, 'email'))
}
export const resetPassword = (input: { token: string; password: string }) => post('reset-password', input)
