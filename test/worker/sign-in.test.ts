import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { describe, expect, it, vi } from 'vitest'
import { removeOldAttempts } from '../../db/queries/sign-in.ts'
import { contextFor } from '../../worker/context.ts'
import type { Env } from '../../worker/env.ts'
import { app } from '../../worker/http/app.ts'
import { sessionOf } from '../../worker/http/session.ts'
import { hashPassword, isPassword } from '../../worker/http/sign-in/password.ts'
import { DAY_MS } from '../../worker/kernel/time.ts'
import {
  callerWith,
  cookieOf,
  newPlace,
  ORIGIN,
  officeOf,
  PASSWORD,
  post,
  signedIn,
  signUp,
} from '../support/people.ts'
import { type Fate, watchedD1 } from '../support/watched-d1.ts'

const SIGN_UP = '/api/auth/sign-up/email'
const SIGN_IN = '/api/auth/sign-in/email'
const SIGN_OUT = '/api/auth/sign-out'
const ASK_RESET = '/api/auth/request-password-reset'
const RESET = '/api/auth/reset-password'

const newEmail = () => `${crypto.randomUUID()}@example.test`
const whoIs = (cookie: string) => callerWith(cookie).signIn.whoAmI.query()

/** The same request, answered by the app with other bindings. */
async function postTo(changed: Partial<Env>, path: string, body: unknown, { place = newPlace(), cookie = '' } = {}) {
  const ctx = createExecutionContext()
  const headers = { 'content-type': 'application/json', origin: ORIGIN, 'cf-connecting-ip': place, cookie }
  const request = new Request(`${ORIGIN}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const response = await app.fetch(request, { ...env, ...changed }, ctx)
  await waitOnExecutionContext(ctx)
  return response
}

async function rowsOf(email: string) {
  const { results } = await env.DB.prepare(
    `select u.id, u.name, u.email_verified as verified,
       (select count(*) from users where email = ?1) as users,
       (select count(*) from accounts a where a.user_id = u.id) as accounts,
       (select count(*) from sessions s where s.user_id = u.id) as sessions
     from users u where u.email = ?1`,
  )
    .bind(email)
    .all<{ id: string; name: string; verified: number; users: number; accounts: number; sessions: number }>()
  return results[0]
}

describe('signing up, in and out', () => {
  it('opens a session that knows the person and their office, until they sign out', async () => {
    const robin = await signUp('Robin')
    const { officeId } = await officeOf(robin)
    const mine = { user: { name: 'Robin', email: robin.email }, officeId, offices: [{ id: officeId, role: 'owner' }] }
    expect(await robin.caller.signIn.whoAmI.query()).toMatchObject(mine)
    const elsewhere = await signedIn(robin)
    expect(await elsewhere.caller.signIn.whoAmI.query()).toMatchObject(mine)
    const out = await post(SIGN_OUT, {}, { cookie: elsewhere.cookie })
    expect(out.status).toBe(200)
    expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(await elsewhere.caller.signIn.whoAmI.query()).toBeNull()
    expect(await robin.caller.signIn.whoAmI.query()).toMatchObject(mine)
  })

  it('does not claim to have signed out when the session could not be ended', async () => {
    const robin = await signUp()
    const quiet = vi.spyOn(console, 'log').mockReturnValue()
    const broken = watchedD1(env.DB, () => 'fails')
    const response = await postTo({ DB: broken.database }, SIGN_OUT, {}, { cookie: robin.cookie })
    quiet.mockRestore()
    expect(response.status).toBe(500)
    expect(response.headers.getSetCookie()).toEqual([])
  })

  it('takes an address in any case and with spaces around it', async () => {
    const robin = await signUp('Robin')
    const response = await post(SIGN_IN, { email: `  ${robin.email.toUpperCase()} `, password: PASSWORD })
    expect(await whoIs(cookieOf(response))).toMatchObject({ user: { email: robin.email } })
  })

  it('gives every cookie the host prefix and all flags, and the token to no script', async () => {
    const who = { name: 'Robin', email: newEmail(), password: PASSWORD }
    const up = await post(SIGN_UP, who)
    const into = await post(SIGN_IN, who)
    const out = await post(SIGN_OUT, {}, { cookie: cookieOf(into) })
    const cookies = [up, into, out].flatMap((response) => response.headers.getSetCookie())
    expect(cookies.length).toBeGreaterThanOrEqual(3)
    for (const cookie of cookies) {
      const [pair, ...flags] = cookie.split('; ')
      expect(pair).toMatch(/^__Host-foyer/)
      expect(flags).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']))
      expect(cookie).not.toMatch(/Domain/i)
    }
    expect(await up.json()).toEqual({ signedIn: true })
    expect(await into.json()).toEqual({ signedIn: true })
  })

  it('serves plain http on a laptop with a cookie that every browser takes there', async () => {
    const local: Partial<Env> = { STAGE: 'local', PUBLIC_URL: 'http://127.0.0.1:8787' }
    const response = await postTo(local, SIGN_UP, { name: 'Robin', email: newEmail(), password: PASSWORD })
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^foyer=/)
    expect(cookie).not.toContain('Secure')
    const session = await sessionOf(
      contextFor({ ...env, ...local }, 'test'),
      new Headers({ cookie: cookieOf(response) }),
    )
    expect(session?.user.name).toBe('Robin')
    const secured = await postTo({ ...local, PUBLIC_URL: 'https://127.0.0.1' }, SIGN_UP, {
      ...{ name: 'Robin', email: newEmail(), password: PASSWORD },
    })
    expect(secured.headers.getSetCookie()[0]).toMatch(/^__Host-foyer=.*Secure/)
  })

  it('stores no token, only its hash', async () => {
    const robin = await signUp()
    const token = decodeURIComponent(robin.cookie.split('=')[1] ?? '').split('.')[0] ?? ''
    expect(token.length).toBeGreaterThanOrEqual(32)
    const { results } = await env.DB.prepare('select token from sessions').all<{ token: string }>()
    expect(results.map((row) => row.token)).not.toContain(token)
    expect(results.every((row) => /^[0-9a-f]{64}$/.test(row.token))).toBe(true)
    expect(await whoIs(`__Host-foyer=${results[0]?.token}`)).toBeNull()
  })

  it('answers a wrong password and an unknown address alike', async () => {
    const robin = await signUp()
    const wrong = await post(SIGN_IN, { email: robin.email, password: 'not the password' })
    const unknown = await post(SIGN_IN, { email: newEmail(), password: 'not the password' })
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(await wrong.json()).toEqual(await unknown.json())
    expect([...wrong.headers.getSetCookie(), ...unknown.headers.getSetCookie()]).toEqual([])
  })

  it('asks the database as often for an unknown address as for a known one', async () => {
    const robin = await signUp()
    const callsFor = async (email: string) => {
      const watched = watchedD1(env.DB)
      await postTo({ DB: watched.database }, SIGN_IN, { email, password: 'not the password' })
      return watched.calls()
    }
    expect(await callsFor(newEmail())).toBe(await callsFor(robin.email))
  })

  it('finds nobody behind a made-up, broken or empty cookie', async () => {
    for (const cookie of [
      '',
      '__Host-foyer=',
      '__Host-foyer=x.y',
      '__Host-foyer=%E0%A4%A',
      `__Host-foyer=${'a'.repeat(5000)}`,
    ])
      expect(await whoIs(cookie)).toBeNull()
  })
})

describe('passwords', () => {
  it('refuses one that is too short, too long, common or the address, before anything is hashed', async () => {
    const email = `robin.example.${crypto.randomUUID()}@example.test`
    const refused = ['1234567', 'x'.repeat(129), 'Password123', 'QWERTYUIOP', email, email.split('@')[0]]
    for (const password of refused) {
      const response = await post(SIGN_UP, { name: 'Robin', email, password })
      expect([response.status, password]).toEqual([400, password])
    }
    expect(await rowsOf(email)).toBeUndefined()
    const tooLong = await post(SIGN_IN, { email, password: 'x'.repeat(129) })
    expect(tooLong.status).toBe(400)
  })

  it('counts every letter of a password in any script', async () => {
    const hash = await hashPassword('пароль-длинный-1')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await isPassword('пароль-длинный-1', hash)).toBe(true)
    expect(await isPassword('пароль-длинный-2', hash)).toBe(false)
    expect(await isPassword('пароль-д', hash)).toBe(false)
    expect(await isPassword('one\0two-three', await hashPassword('one\0six-seven'))).toBe(false)
  })

  it('takes one é for the other, however it was typed', async () => {
    expect(await isPassword('cafe\u0301-cafe\u0301', await hashPassword('caf\u00e9-caf\u00e9'))).toBe(true)
  })
})

describe('limits', () => {
  it('refuses an account after ten attempts from anywhere, says for how long, and no other account', async () => {
    const robin = await signUp()
    for (let attempt = 0; attempt < 10; attempt += 1)
      expect((await post(SIGN_IN, { email: robin.email, password: 'not the password' })).status).toBe(401)
    const refused = await post(SIGN_IN, { email: robin.email, password: PASSWORD })
    expect(refused.status).toBe(429)
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(15 * 60)
    expect(await refused.json()).toMatchObject({
      error: 'too_many',
      sentence: expect.stringMatching(/in \d+ minutes?\./),
    })
    expect((await post(SIGN_IN, { email: newEmail(), password: 'not the password' })).status).toBe(401)
  })

  it('forgives the wrong passwords of an account with the right one', async () => {
    const robin = await signUp()
    for (let round = 0; round < 2; round += 1) {
      for (let attempt = 0; attempt < 7; attempt += 1)
        expect((await post(SIGN_IN, { email: robin.email, password: 'not the password' })).status).toBe(401)
      expect((await post(SIGN_IN, robin)).status).toBe(200)
    }
  })

  it('refuses a place after fifty attempts on any accounts', async () => {
    const place = newPlace()
    const attempt = () => post(SIGN_IN, { email: newEmail(), password: 'not the password' }, { place })
    const statuses = await Promise.all(Array.from({ length: 50 }, attempt)).then((all) => all.map((r) => r.status))
    expect(new Set(statuses)).toEqual(new Set([401]))
    expect((await attempt()).status).toBe(429)
  })

  it('lets a place sign up three people, in whichever address of its network', async () => {
    const attempt = (host: number) =>
      post(SIGN_UP, { name: 'Robin', email: newEmail(), password: PASSWORD }, { place: `2001:db8:77:1::${host}` })
    for (const host of [1, 2, 3]) expect((await attempt(host)).status).toBe(200)
    expect((await attempt(4)).status).toBe(429)
  })

  it('lets a local server sign up any number, because it knows only one place', async () => {
    for (let person = 0; person < 5; person += 1) {
      const who = { name: 'Robin', email: newEmail(), password: PASSWORD }
      expect((await postTo({ STAGE: 'local' }, SIGN_UP, who, { place: '2001:db8:78:1::1' })).status).toBe(200)
    }
  })

  it('sends three links an hour to one address', async () => {
    const email = newEmail()
    for (let attempt = 0; attempt < 3; attempt += 1) expect((await post(ASK_RESET, { email })).status).toBe(200)
    expect((await post(ASK_RESET, { email })).status).toBe(429)
  })

  it('stores nobody’s address or place with the counters, and removes old ones', async () => {
    const email = newEmail()
    await post(SIGN_IN, { email, password: 'not the password' })
    const count = () => env.DB.prepare('select count(*) as n from attempts').first<number>('n')
    const { results } = await env.DB.prepare('select key from attempts').all<{ key: string }>()
    expect(results.every((row) => /^[0-9a-f]{64}$/.test(row.key))).toBe(true)
    const { directory } = contextFor(env, 'test')
    const before = await count()
    await removeOldAttempts(directory, new Date(Date.now() - DAY_MS))
    expect(await count()).toBe(before)
    await removeOldAttempts(directory, new Date(Date.now() + DAY_MS))
    expect(await count()).toBe(0)
  })
})

describe('a new password by mail', () => {
  /** The token of the newest link to the address. */
  async function linkTo(email: string): Promise<string> {
    const text = await vi.waitFor(async () => {
      const [mail] = await callerWith().signIn.localMails.query({ email })
      expect(mail?.subject).toBe('Set a new password')
      return mail?.text ?? ''
    })
    return new URL(text.match(/http\S+/)?.[0] ?? '').searchParams.get('token') ?? ''
  }

  it('is set once by the link, ends every session, proves the address and forgives wrong attempts', async () => {
    const robin = await signUp()
    const elsewhere = await signedIn(robin)
    for (let attempt = 0; attempt < 10; attempt += 1)
      await post(SIGN_IN, { email: robin.email, password: 'not the password' })
    expect((await post(ASK_RESET, { email: robin.email })).status).toBe(200)
    const token = await linkTo(robin.email)
    const { results } = await env.DB.prepare('select identifier from verifications').all<{ identifier: string }>()
    expect(results.length).toBeGreaterThan(0)
    expect(JSON.stringify(results)).not.toContain(token)

    expect((await post(RESET, { token, password: 'welcome123' })).status).toBe(400)
    expect((await post(RESET, { token, password: 'a whole new password' })).status).toBe(200)
    expect(await robin.caller.signIn.whoAmI.query()).toBeNull()
    expect(await elsewhere.caller.signIn.whoAmI.query()).toBeNull()
    expect((await post(SIGN_IN, robin)).status).toBe(401)
    expect((await post(SIGN_IN, { email: robin.email, password: 'a whole new password' })).status).toBe(200)
    expect(await rowsOf(robin.email)).toMatchObject({ verified: 1, accounts: 1 })

    const again = await post(RESET, { token, password: 'yet another password' })
    expect(again.status).toBe(400)
    expect(await again.json()).toMatchObject({ error: 'invalid', sentence: expect.stringContaining('used before') })
  })

  it('leaves the other links that were sent worthless', async () => {
    const robin = await signUp()
    await post(ASK_RESET, { email: robin.email })
    const first = await linkTo(robin.email)
    await post(ASK_RESET, { email: robin.email })
    const second = await vi.waitFor(async () => {
      const token = await linkTo(robin.email)
      expect(token).not.toBe(first)
      return token
    })
    expect((await post(RESET, { token: second, password: 'a whole new password' })).status).toBe(200)
    expect((await post(RESET, { token: first, password: 'yet another password' })).status).toBe(400)
  })

  it('is not set by a link of more than ten minutes ago', async () => {
    const robin = await signUp()
    await post(ASK_RESET, { email: robin.email })
    const token = await linkTo(robin.email)
    const { id } = (await rowsOf(robin.email))!
    const ends = await env.DB.prepare('select expires_at from verifications where value = ?')
      .bind(id)
      .first<number>('expires_at')
    expect(Math.abs(ends! - Date.now() - 10 * 60_000)).toBeLessThan(60_000)
    await env.DB.prepare('update verifications set expires_at = ? where value = ?')
      .bind(Date.now() - 1000, id)
      .run()
    expect((await post(RESET, { token, password: 'a whole new password' })).status).toBe(400)
  })

  it('is asked for without telling whether anybody has the address', async () => {
    const robin = await signUp()
    const known = await post(ASK_RESET, { email: robin.email })
    const unknown = await post(ASK_RESET, { email: newEmail() })
    expect([known.status, unknown.status]).toEqual([200, 200])
    expect(await known.json()).toEqual(await unknown.json())
  })

  it('shows its mails only where none is really sent', async () => {
    const list = (changed: Partial<Env>) =>
      app.fetch(
        new Request(`${ORIGIN}/api/trpc/signIn.localMails?input=${encodeURIComponent('{"email":"a@example.test"}')}`),
        { ...env, ...changed },
      )
    expect((await list({})).status).toBe(200)
    expect((await list({ STAGE: 'local' })).status).toBe(200)
    expect((await list({ STAGE: 'production' })).status).toBe(404)
    expect((await list({ MAIL_FROM: 'foyer@example.test' })).status).toBe(404)
  })
})

describe('signing up again', () => {
  const newcomer = () => ({ name: 'Robin', email: newEmail(), password: PASSWORD })
  const finished = { users: 1, accounts: 1, name: 'Robin' }

  it('completes a user whom a fault left without a password', async () => {
    const who = newcomer()
    const now = Date.now()
    await env.DB.batch([
      env.DB.prepare('insert into users (id, name, email, created_at, updated_at) values (?, ?, ?, ?, ?)').bind(
        ...[who.email, 'Half', who.email, now, now],
      ),
      env.DB.prepare(
        'insert into sessions (id, user_id, token, expires_at, created_at, updated_at) values (?, ?, ?, ?, ?, ?)',
      ).bind(...[who.email, who.email, who.email, now + DAY_MS, now, now]),
    ])
    const response = await post(SIGN_UP, who)
    expect(await response.json()).toEqual({ signedIn: true })
    expect(await rowsOf(who.email)).toMatchObject({ ...finished, sessions: 1 })
  })

  it('finishes what any failing call to the database left undone', async () => {
    const quiet = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')].map((spy) => spy.mockReturnValue())
    const undisturbed = watchedD1(env.DB)
    expect((await postTo({ DB: undisturbed.database }, SIGN_UP, newcomer())).status).toBe(200)
    const calls = undisturbed.calls()
    expect(calls).toBeGreaterThan(3)
    for (let point = 1; point <= calls; point += 1)
      for (const fate of ['fails', 'answer is lost'] satisfies Fate[]) {
        const who = newcomer()
        const failing = watchedD1(env.DB, (call) => (call === point ? fate : 'runs'))
        await postTo({ DB: failing.database }, SIGN_UP, who)
        const again = await post(SIGN_UP, who)
        expect([point, fate, await again.json()]).toEqual([point, fate, { signedIn: true }])
        expect(await rowsOf(who.email)).toMatchObject(finished)
      }
    for (const spy of quiet) spy.mockRestore()
  })

  it('makes one user of eight simultaneous requests', async () => {
    const who = newcomer()
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(SIGN_UP, who)))
    expect(answers.map((response) => response.status)).toEqual(Array(8).fill(200))
    expect(await rowsOf(who.email)).toMatchObject({ ...finished, sessions: 8 })
  })

  it('neither opens nor changes an account with another password, but tells its owner', async () => {
    const robin = await signUp('Robin')
    const response = await post(SIGN_UP, { name: 'Mallory', email: robin.email, password: 'another password' })
    expect([response.status, await response.json()]).toEqual([200, { signedIn: false }])
    expect(response.headers.getSetCookie()).toEqual([])
    expect(await rowsOf(robin.email)).toMatchObject({ ...finished, sessions: 1 })
    expect((await post(SIGN_IN, robin)).status).toBe(200)
    await vi.waitFor(async () =>
      expect(await callerWith().signIn.localMails.query({ email: robin.email })).toMatchObject([
        { subject: 'You already have an account' },
        { subject: 'Confirm your address' },
      ]),
    )
  })

  it('is no way round the limit of passwords tried on an account', async () => {
    const robin = await signUp()
    for (let attempt = 0; attempt < 10; attempt += 1)
      await post(SIGN_UP, { name: 'Mallory', email: robin.email, password: 'another password' })
    expect((await post(SIGN_UP, robin)).status).toBe(429)
    expect((await post(SIGN_IN, robin)).status).toBe(429)
  })
})

describe('a session', () => {
  const edit = (email: string, change: string) =>
    env.DB.prepare(`update sessions set ${change} where user_id = (select id from users where email = ?)`)
      .bind(email)
      .run()
  const endOf = (email: string) =>
    env.DB.prepare('select expires_at from sessions where user_id = (select id from users where email = ?)')
      .bind(email)
      .first<number>('expires_at')

  it('ends after seven days without use', async () => {
    const robin = await signUp()
    expect(Math.abs((await endOf(robin.email))! - Date.now() - 7 * DAY_MS)).toBeLessThan(60_000)
    await edit(robin.email, `expires_at = ${Date.now() - 1}`)
    expect(await robin.caller.signIn.whoAmI.query()).toBeNull()
  })

  it('ends after thirty days however much it is used', async () => {
    const robin = await signUp()
    await edit(robin.email, `created_at = ${Date.now() - 30 * DAY_MS - 1}`)
    expect(await robin.caller.signIn.whoAmI.query()).toBeNull()
  })

  it('is renewed once a day by being used, never past its thirtieth', async () => {
    const robin = await signUp()
    const soon = Date.now() + 6.5 * DAY_MS
    await edit(robin.email, `expires_at = ${soon}`)
    await robin.caller.signIn.whoAmI.query()
    expect(await endOf(robin.email)).toBe(soon)
    await edit(robin.email, `expires_at = ${Date.now() + 3 * DAY_MS}`)
    await robin.caller.signIn.whoAmI.query()
    expect(Math.abs((await endOf(robin.email))! - Date.now() - 7 * DAY_MS)).toBeLessThan(60_000)
    const created = Date.now() - 26 * DAY_MS
    await edit(robin.email, `created_at = ${created}, expires_at = ${Date.now() + DAY_MS}`)
    await robin.caller.signIn.whoAmI.query()
    expect(await endOf(robin.email)).toBe(created + 30 * DAY_MS)
  })

  it('costs one call to the database', async () => {
    const robin = await signUp()
    await officeOf(robin)
    const watched = watchedD1(env.DB)
    const session = await sessionOf(
      contextFor({ ...env, DB: watched.database }, 'test'),
      new Headers({ cookie: robin.cookie }),
    )
    expect(session?.membership?.office.name).toBe('Salon Example')
    expect(watched.calls()).toBe(1)
  })
})

describe('the edge', () => {
  const who = () => ({ name: 'Robin', email: newEmail(), password: PASSWORD })

  it('refuses what another site sends', async () => {
    const foreign = [{ origin: 'https://evil.test' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }]
    for (const headers of foreign as Record<string, string>[])
      expect((await post(SIGN_UP, who(), { headers })).status).toBe(403)
  })

  it('refuses what is not a small piece of JSON', async () => {
    expect((await post(SIGN_UP, who(), { headers: { 'content-type': 'text/plain' } })).status).toBe(400)
    expect((await post(SIGN_UP, { ...who(), name: 'x'.repeat(20_000) })).status).toBe(413)
    const headers = { 'content-type': 'application/json' }
    for (const body of ['', '{', '[]', 'null', '{"email":1}']) {
      const response = await exports.default.fetch(`${ORIGIN}${SIGN_IN}`, { method: 'POST', headers, body })
      expect([response.status, body]).toEqual([400, body])
    }
  })

  it('answers at no other address of better-auth', async () => {
    const { cookie } = await signUp()
    const posts = ['sign-in/social', 'update-user', 'change-password', 'change-email', 'set-password', 'delete-user']
    posts.push('revoke-sessions', 'update-session', 'verify-password', 'send-verification-email', 'unlink-account')
    for (const path of posts)
      expect([path, (await post(`/api/auth/${path}`, {}, { cookie })).status]).toEqual([path, 404])
    const gets = [
      'get-session',
      'list-sessions',
      'ok',
      'error',
      'callback/google',
      'verify-email?token=x',
      'list-accounts',
    ]
    gets.push('sign-in/email', 'sign-out', 'reset-password/x?callbackURL=/', '')
    for (const path of gets) {
      const response = await exports.default.fetch(`${ORIGIN}/api/auth/${path}`, { headers: { cookie } })
      expect([path, response.status]).toEqual([path, 404])
    }
  })
})
