import { exports } from 'cloudflare:workers'
import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client'
import type { AppRouter } from '../../worker/trpc/router.ts'

export const ORIGIN = 'http://foyer.test'
export const PASSWORD = 'correct horse battery'

export type Caller = TRPCClient<AppRouter>
/** Somebody with a browser of their own: `cookie` is what it sends, `caller` the app's client in it. */
export type Person = { name: string; email: string; password: string; cookie: string; caller: Caller }

/** An address of the test networks (RFC 3849): everybody sits in another place, so that nobody uses up another's limit. */
export function newPlace(): string {
  const groups = crypto.getRandomValues(new Uint16Array(2))
  return `2001:db8:${Array.from(groups, (group) => group.toString(16)).join(':')}::1`
}

type Sent = { cookie?: string; place?: string; headers?: Record<string, string> }

/** A POST of JSON to one of our addresses, as the app in a browser makes it. */
export function post(path: string, body: unknown, { cookie, place, headers }: Sent = {}): Promise<Response> {
  return exports.default.fetch(`${ORIGIN}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: ORIGIN,
      'cf-connecting-ip': place ?? newPlace(),
      ...(cookie ? { cookie } : {}),
      ...headers,
    },
    body: JSON.stringify(body),
  })
}

/** The cookies of an answer as a browser sends them back. */
export const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ')

/** The app's tRPC client, in a browser that holds this cookie; without one, a visitor's. */
export const callerWith = (cookie?: string): Caller =>
  createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${ORIGIN}/api/trpc`,
        headers: { origin: ORIGIN, ...(cookie ? { cookie } : {}) },
        fetch: (url, init) => exports.default.fetch(url as string, init as RequestInit),
      }),
    ],
  })

const asPerson = (who: Omit<Person, 'caller' | 'cookie'>, response: Response): Person => {
  const cookie = cookieOf(response)
  return { ...who, cookie, caller: callerWith(cookie) }
}

/** Signs a new person up, and with that in. */
export async function signUp(name = 'Robin Example', email = `${crypto.randomUUID()}@example.test`): Promise<Person> {
  const who = { name, email, password: PASSWORD }
  const response = await post('/api/auth/sign-up/email', who)
  if (response.status !== 200) throw new Error(`Sign-up failed: ${response.status} ${await response.text()}`)
  return asPerson(who, response)
}

/** The same person in another browser. */
export async function signedIn(person: Person): Promise<Person> {
  const response = await post('/api/auth/sign-in/email', { email: person.email, password: person.password })
  if (response.status !== 200) throw new Error(`Sign-in failed: ${response.status} ${await response.text()}`)
  return asPerson(person, response)
}

/** Founds an office of this person's, which their session has open from then on. */
export async function officeOf(person: Person, name = 'Salon Example'): Promise<{ officeId: string; slug: string }> {
  return person.caller.office.create.mutate({
    requestId: crypto.randomUUID(),
    name,
    timeZone: 'Europe/Berlin',
    country: 'DE',
    currency: 'EUR',
  })
}

/** An owner with an office open: what most tests begin with. */
export async function ownerWithOffice(name?: string) {
  const owner = await signUp()
  return { owner, ...(await officeOf(owner, name)) }
}
