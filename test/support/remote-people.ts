import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client'
import type { AppRouter } from '../../worker/trpc/router.ts'
import type { Inbox } from './signed-mail.ts'

export const PASSWORD = 'correct horse battery'

/** An inbox with the address to which its mail is sent. */
export type AddressedInbox = Inbox & { address: string }
export type Caller = TRPCClient<AppRouter>
/** Somebody signed in to a running server, with a program instead of a browser. */
export type RemotePerson = { url: string; name: string; email: string; cookie: string; caller: Caller }

/** The app's own client for a running server, with the cookies of somebody who is signed in. */
export const callerAt = (url: string, cookie: string): Caller =>
  createTRPCClient<AppRouter>({ links: [httpLink({ url: `${url}/api/trpc`, headers: { cookie } })] })

/** Signs a new person up at a running server. */
export async function signUpAt(url: string, name: string): Promise<RemotePerson> {
  const email = `${crypto.randomUUID()}@example.test`
  const response = await fetch(`${url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, email, password: PASSWORD }),
  })
  if (response.status !== 200) throw new Error(`Sign-up failed: ${response.status} ${await response.text()}`)
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return { url, name, email, cookie, caller: callerAt(url, cookie) }
}

/** An owner with an office open, and its inbox: what the tests of a running server begin with. */
export async function ownerAt(
  url: string,
  officeName: string,
): Promise<{ owner: RemotePerson; inbox: AddressedInbox }> {
  const owner = await signUpAt(url, 'Robin Example')
  await owner.caller.office.create.mutate({
    requestId: crypto.randomUUID(),
    name: officeName,
    timeZone: 'Europe/Berlin',
    country: 'DE',
    currency: 'EUR',
  })
  return { owner, inbox: await inboxOf(owner.caller) }
}

/** An office's first inbox, as its owner sees it in the settings. */
export async function inboxOf(caller: Caller): Promise<AddressedInbox> {
  const [inbox] = await caller.office.inbound.query()
  if (!inbox?.hooks) throw new Error('The office has no inbox, or this person does not own it.')
  return { key: inbox.key, address: inbox.address, secret: inbox.hooks.secret }
}
