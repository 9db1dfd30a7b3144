import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { app } from '../../worker/http/app.ts'
import { pendingLine } from '../../worker/http/sign-in/second-factor/pending-sign-in.ts'
import { codeAt, stepAt } from '../../worker/http/sign-in/second-factor/totp.ts'
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../worker/kernel/time.ts'
import { colleagueOf } from '../support/inside.ts'
import {
  callerWith,
  cookieOf,
  newPlace,
  ORIGIN,
  officeOf,
  PASSWORD,
  type Person,
  post,
  signedIn,
  signUp,
} from '../support/people.ts'
import { type Fate, watchedD1 } from '../support/watched-d1.ts'

const SIGN_UP = '/api/auth/sign-up/email'
const SIGN_IN = '/api/auth/sign-in/email'
const CODE = '/api/auth/sign-in/code'
const BEGIN = '/api/auth/second-factor/begin'
const CONFIRM = '/api/auth/second-factor/confirm'
const RENEW = '/api/auth/second-factor/backup-codes'
const SWITCH_OFF = '/api/auth/second-factor/switch-off'
const STEP_MS = 30 * SECOND_MS

/** In the middle of a step, so that no test ends in another step than it began. */
const START = new Date('2026-03-02T08:00:15Z').getTime()
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: START }))
afterEach(() => void vi.useRealTimers())
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms)

/** The bytes of a key as an app reads it, by RFC 4648, section 6. */
function bytesOf(key: string): Uint8Array<ArrayBuffer> {
  const bits = Array.from(key, (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('')
  return Uint8Array.from({ length: bits.length >> 3 }, (_, i) => Number.parseInt(bits.slice(i * 8, i * 8 + 8), 2))
}

type Phone = { code: (stepsFromNow?: number) => Promise<string> }
type Protected = Person & { phone: Phone; backupCodes: string[] }

const phoneWith = (key: string): Phone => ({
  code: (stepsFromNow = 0) => codeAt(stepAt(new Date()) + stepsFromNow, bytesOf(key)),
})

async function begun(person: Person): Promise<{ phone: Phone; key: string; link: string }> {
  const response = await post(BEGIN, { password: person.password }, { cookie: person.cookie })
  expect(response.status).toBe(200)
  const { key, link } = await response.json<{ key: string; link: string }>()
  return { phone: phoneWith(key), key, link }
}

/** Switches the second factor on; the step after it is the next whose code is taken. */
async function protect(person: Person): Promise<Protected> {
  const { phone } = await begun(person)
  const response = await post(CONFIRM, { code: await phone.code() }, { cookie: person.cookie })
  expect(response.status).toBe(200)
  const { backupCodes } = await response.json<{ backupCodes: string[] }>()
  const cookie = cookieOf(response)
  pass(STEP_MS)
  return { ...person, cookie, caller: callerWith(cookie), phone, backupCodes }
}

/** The cookie of a browser in which the password was right, and a code is asked for. */
async function pendingIn(person: Person): Promise<string> {
  const response = await post(SIGN_IN, person)
  expect([response.status, await response.json()]).toEqual([200, { signedIn: false, needsCode: true }])
  return cookieOf(response)
}

const whoIs = async (cookie: string) => (await callerWith(cookie).signIn.whoAmI.query())?.user.email ?? null
const statusOf = async (response: Promise<Response>) => (await response).status
const edit = (sql: string, ...values: unknown[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run()

describe('signing in with a code', () => {
  it('opens a session only after the password and the code', async () => {
    const robin = await protect(await signUp())
    const pending = await pendingIn(robin)
    expect(pending).toMatch(/^__Host-foyer-pending=/)
    expect(await whoIs(pending)).toBeNull()
    const response = await post(CODE, { code: await robin.phone.code() }, { cookie: pending })
    expect([response.status, await response.json()]).toEqual([200, { signedIn: true }])
    expect(await whoIs(cookieOf(response))).toBe(robin.email)
    expect(response.headers.getSetCookie()).toHaveLength(2)
    for (const line of response.headers.getSetCookie())
      expect(line).toMatch(/^__Host-foyer(-pending)?=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect(cookieOf(response)).not.toContain('pending')
  })

  it('makes no session of the password alone, by whichever way it comes', async () => {
    const robin = await protect(await signUp())
    const sessions = () => env.DB.prepare('select count(*) as n from sessions').first<number>('n')
    const before = await sessions()
    await pendingIn(robin)
    const up = await post(SIGN_UP, robin)
    expect(await up.json()).toEqual({ signedIn: false, needsCode: true })
    expect(await whoIs(cookieOf(up))).toBeNull()
    expect(await sessions()).toBe(before)
  })

  it('takes each code once, none of another step, and none that is older than one it took', async () => {
    const robin = await protect(await signUp())
    const pending = await pendingIn(robin)
    const give = async (code: string) => statusOf(post(CODE, { code }, { cookie: pending }))
    expect(await give(await robin.phone.code(-1))).toBe(400)
    expect(await give(await robin.phone.code(1))).toBe(400)
    const code = await robin.phone.code()
    expect(await give(code)).toBe(200)
    expect(await give(code)).toBe(400)
    await edit('update second_factors set last_step = last_step + 1')
    pass(STEP_MS)
    expect(await give(await robin.phone.code())).toBe(400)
    pass(STEP_MS)
    expect(await give(await robin.phone.code())).toBe(200)
  })

  it('opens one session for a code that comes five times at once', async () => {
    const robin = await protect(await signUp())
    const pending = await pendingIn(robin)
    const code = await robin.phone.code()
    const tries = Array.from({ length: 5 }, () => statusOf(post(CODE, { code }, { cookie: pending })))
    expect((await Promise.all(tries)).sort()).toEqual([200, 400, 400, 400, 400])
  })

  it('does not take the code that switched it on again', async () => {
    const robin = await signUp()
    const { phone } = await begun(robin)
    const code = await phone.code()
    expect(await statusOf(post(CONFIRM, { code }, { cookie: robin.cookie }))).toBe(200)
    expect(await statusOf(post(CODE, { code }, { cookie: await pendingIn(robin) }))).toBe(400)
  })

  it('refuses an account after five wrong codes from anywhere, for a quarter of an hour, and no other account', async () => {
    const robin = await protect(await signUp())
    const kim = await protect(await signUp())
    const pending = await pendingIn(robin)
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(await statusOf(post(CODE, { code: '000000' }, { cookie: pending }))).toBe(400)
    const refused = await post(CODE, { code: await robin.phone.code() }, { cookie: pending })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await statusOf(post(CODE, { code: robin.backupCodes[0] }, { cookie: pending }))).toBe(429)
    expect(await statusOf(post(CODE, { code: await kim.phone.code() }, { cookie: await pendingIn(kim) }))).toBe(200)
    pass(15 * MINUTE_MS)
    const later = await pendingIn(robin)
    expect(await statusOf(post(CODE, { code: await robin.phone.code() }, { cookie: later }))).toBe(200)
  })

  it('refuses a place after fifty codes for any accounts', async () => {
    const place = newPlace()
    const people: Person[] = []
    for (let person = 0; person < 11; person += 1) people.push(await protect(await signUp()))
    const cookies = await Promise.all(people.map(pendingIn))
    const give = (cookie: string) => statusOf(post(CODE, { code: '000000' }, { cookie, place }))
    const last = cookies.pop() ?? ''
    const statuses = await Promise.all(cookies.flatMap((cookie) => Array.from({ length: 5 }, () => give(cookie))))
    expect(statuses).toEqual(Array(50).fill(400))
    expect(await give(last)).toBe(429)
  })

  it('waits for the code in the browser of the password, and for five minutes', async () => {
    const robin = await protect(await signUp())
    const pending = await pendingIn(robin)
    const code = await robin.phone.code()
    expect(await statusOf(post(CODE, { code }))).toBe(401)
    expect(await statusOf(post(CODE, { code }, { cookie: pending.replace(/=[^~%]+/, '=somebody-else') }))).toBe(401)
    pass(5 * MINUTE_MS)
    const late = await post(CODE, { code: await robin.phone.code() }, { cookie: pending })
    expect(late.status).toBe(401)
    expect(await late.json()).toMatchObject({ sentence: expect.stringContaining('password again') })
  })

  it('asks nothing of a user who has switched it off in the meantime', async () => {
    const robin = await signUp()
    const cookie = (await pendingLine(env, 'no such user', new Date())).split(';')[0] ?? ''
    expect(await statusOf(post(CODE, { code: '123456' }, { cookie }))).toBe(401)
    await begun(robin)
    expect(await (await post(SIGN_IN, robin)).json()).toEqual({ signedIn: true })
  })
})

describe('backup codes', () => {
  it('open a session once each, however they are typed', async () => {
    const robin = await protect(await signUp())
    expect(new Set(robin.backupCodes).size).toBe(8)
    const [first = '', second = ''] = robin.backupCodes
    const pending = await pendingIn(robin)
    const give = (code: string) => statusOf(post(CODE, { code }, { cookie: pending }))
    expect(await give(first.toUpperCase().replaceAll('-', ' '))).toBe(200)
    expect(await give(first)).toBe(400)
    expect(await give(second)).toBe(200)
    expect(await robin.caller.signIn.secondFactor.query()).toEqual({ isOn: true, backupCodesLeft: 6 })
  })

  it('are worth nothing for another account', async () => {
    const robin = await protect(await signUp())
    const kim = await protect(await signUp())
    expect(await statusOf(post(CODE, { code: kim.backupCodes[0] }, { cookie: await pendingIn(robin) }))).toBe(400)
  })

  it('are stored as hashes, and the key is stored encrypted', async () => {
    const robin = await signUp()
    const { key } = await begun(robin)
    const { backupCodes } = await protect(await signUp())
    const stored = await env.DB.batch([
      env.DB.prepare('select * from backup_codes'),
      env.DB.prepare('select * from second_factors'),
    ])
    const text = JSON.stringify(stored.map(({ results }) => results)).toLowerCase()
    for (const code of backupCodes) {
      expect(text).not.toContain(code)
      expect(text).not.toContain(code.replaceAll('-', ''))
    }
    expect(text).not.toContain(key.toLowerCase())
    expect(text).toMatch(/"code_hash":"[0-9a-f]{64}"/)
  })

  it('are replaced by password and code, and the old ones end', async () => {
    const robin = await protect(await signUp())
    const { cookie } = robin
    const code = await robin.phone.code()
    expect(await statusOf(post(RENEW, { password: 'not the password', code }, { cookie }))).toBe(400)
    expect(await statusOf(post(RENEW, { password: PASSWORD, code: '000000' }, { cookie }))).toBe(400)
    const response = await post(RENEW, { password: PASSWORD, code }, { cookie })
    const { backupCodes } = await response.json<{ backupCodes: string[] }>()
    expect(backupCodes).toHaveLength(8)
    const pending = await pendingIn(robin)
    expect(await statusOf(post(CODE, { code: robin.backupCodes[0] }, { cookie: pending }))).toBe(400)
    expect(await statusOf(post(CODE, { code: backupCodes[0] }, { cookie: pending }))).toBe(200)
  })
})

describe('switching it on', () => {
  it('hands the key over in the form that apps read', async () => {
    const robin = await signUp()
    const { key, link } = await begun(robin)
    expect(key).toMatch(/^[A-Z2-7]{32}$/)
    const uri = new URL(link)
    expect([uri.protocol, uri.host]).toEqual(['otpauth:', 'totp'])
    expect(decodeURIComponent(uri.pathname)).toBe(`/Foyer:${robin.email}`)
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      ...{ secret: key, issuer: 'Foyer', algorithm: 'SHA1', digits: '6', period: '30' },
    })
  })

  it('needs a session, its password and a right code, and changes nothing before', async () => {
    const robin = await signUp()
    expect(await statusOf(post(BEGIN, { password: PASSWORD }))).toBe(401)
    expect(await statusOf(post(BEGIN, { password: 'not the password' }, { cookie: robin.cookie }))).toBe(400)
    expect(await statusOf(post(CONFIRM, { code: '123456' }, { cookie: robin.cookie }))).toBe(409)
    const { phone } = await begun(robin)
    expect(await statusOf(post(CONFIRM, { code: '000000' }, { cookie: robin.cookie }))).toBe(400)
    expect(await statusOf(post(CONFIRM, { code: await phone.code() }))).toBe(401)
    expect(await robin.caller.signIn.secondFactor.query()).toEqual({ isOn: false, backupCodesLeft: 0 })
    expect(await (await post(SIGN_IN, robin)).json()).toEqual({ signedIn: true })
  })

  it('takes the key that was shown last', async () => {
    const robin = await signUp()
    const first = await begun(robin)
    const second = await begun(robin)
    expect(await statusOf(post(CONFIRM, { code: await first.phone.code() }, { cookie: robin.cookie }))).toBe(400)
    expect(await statusOf(post(CONFIRM, { code: await second.phone.code() }, { cookie: robin.cookie }))).toBe(200)
  })

  it('renews the session’s token and ends the sessions that proved one factor', async () => {
    const robin = await signUp()
    const elsewhere = await signedIn(robin)
    const kim = await signUp()
    const { cookie } = await protect(robin)
    expect(await whoIs(cookie)).toBe(robin.email)
    expect(await whoIs(robin.cookie)).toBeNull()
    expect(await whoIs(elsewhere.cookie)).toBeNull()
    expect(await whoIs(kim.cookie)).toBe(kim.email)
  })

  it('cannot replace one that is on', async () => {
    const robin = await protect(await signUp())
    expect(await statusOf(post(BEGIN, { password: PASSWORD }, { cookie: robin.cookie }))).toBe(409)
    const code = await robin.phone.code()
    expect(await statusOf(post(CONFIRM, { code }, { cookie: robin.cookie }))).toBe(409)
    expect(await statusOf(post(CODE, { code }, { cookie: await pendingIn(robin) }))).toBe(200)
  })
})

describe('switching it off', () => {
  it('needs the password and a code, and leaves the password alone to sign in', async () => {
    const robin = await protect(await signUp())
    const off = async (password: string, code: string) => post(SWITCH_OFF, { password, code }, { cookie: robin.cookie })
    const code = await robin.phone.code()
    expect(await statusOf(off('not the password', code))).toBe(400)
    expect(await statusOf(off(PASSWORD, '000000'))).toBe(400)
    expect(await statusOf(post(SWITCH_OFF, { password: PASSWORD, code }))).toBe(401)
    const response = await off(PASSWORD, code)
    expect([response.status, await response.json()]).toEqual([200, { isOn: false }])
    expect(await whoIs(robin.cookie)).toBeNull()
    expect(await callerWith(cookieOf(response)).signIn.secondFactor.query()).toEqual({
      isOn: false,
      backupCodesLeft: 0,
    })
    expect(await (await post(SIGN_IN, robin)).json()).toEqual({ signedIn: true })
    expect(await statusOf(post(SWITCH_OFF, { password: PASSWORD, code }, { cookie: cookieOf(response) }))).toBe(404)
  })

  it('is possible with a backup code when the app is lost', async () => {
    const robin = await protect(await signUp())
    const input = { password: PASSWORD, code: robin.backupCodes[0] }
    expect(await statusOf(post(SWITCH_OFF, input, { cookie: robin.cookie }))).toBe(200)
  })
})

describe('an office that asks its owners for a second factor', () => {
  const since = (person: Person, days: number) =>
    edit(
      'update members set created_at = ? where user_id = (select id from users where email = ?)',
      ...[Date.now() - days * DAY_MS, person.email],
    )
  const invite = (person: Person) =>
    person.caller.office.invite.mutate({ email: `${crypto.randomUUID()}@example.test`, role: 'staff' })
  const asksFor = expect.stringContaining('second factor')

  it('is every new one, and lets an owner be for seven days', async () => {
    const robin = await signUp()
    await officeOf(robin)
    expect((await robin.caller.office.read.query()).requireSecondFactor).toBe(true)
    await since(robin, 6)
    await invite(robin)
    await since(robin, 7)
    await expect(invite(robin)).rejects.toMatchObject({ message: asksFor, data: { refusal: 'not_allowed' } })
    expect((await robin.caller.office.read.query()).role).toBe('owner')
    await robin.caller.tasks.create.mutate({ title: 'Goes on', dueOn: null, contactId: null })
  })

  it('takes an owner as one again once the session has proved two factors', async () => {
    const robin = await signUp()
    await officeOf(robin)
    await since(robin, 30)
    const safe = await protect(robin)
    await since(robin, 30)
    await invite(safe)
    const response = await post(CODE, { code: await safe.phone.code() }, { cookie: await pendingIn(safe) })
    await invite({ ...safe, caller: callerWith(cookieOf(response)) })
    pass(STEP_MS)
    const off = { password: PASSWORD, code: await safe.phone.code() }
    const after = await post(SWITCH_OFF, off, { cookie: safe.cookie })
    await expect(invite({ ...safe, caller: callerWith(cookieOf(after)) })).rejects.toMatchObject({ message: asksFor })
    await expect(invite({ ...safe, caller: callerWith(cookieOf(response)) })).rejects.toMatchObject({
      message: asksFor,
    })
  })

  it('asks neither staff nor the owners of another office', async () => {
    const robin = await signUp()
    const { officeId } = await officeOf(robin)
    const staff = await colleagueOf(robin, officeId, 'staff')
    const kim = await signUp()
    await officeOf(kim)
    const { version } = await kim.caller.office.read.query()
    await kim.caller.office.requireSecondFactor.mutate({ isRequired: false, version })
    for (const person of [robin, staff, kim]) await since(person, 30)
    await staff.caller.tasks.create.mutate({ title: 'Goes on', dueOn: null, contactId: null })
    await expect(invite(staff)).rejects.toMatchObject({ message: expect.stringContaining('Only an owner') })
    await invite(kim)
    await expect(invite(robin)).rejects.toMatchObject({ message: asksFor })
    expect((await robin.caller.office.read.query()).requireSecondFactor).toBe(true)
  })

  it('stops asking only for an owner who has one, and not for staff', async () => {
    const robin = await signUp()
    const { officeId } = await officeOf(robin)
    const staff = await colleagueOf(robin, officeId, 'staff')
    await since(robin, 30)
    const change = async (person: Person) => {
      const { version } = await person.caller.office.read.query()
      return person.caller.office.requireSecondFactor.mutate({ isRequired: false, version })
    }
    await expect(change(staff)).rejects.toMatchObject({ data: { refusal: 'not_allowed' } })
    await expect(change(robin)).rejects.toMatchObject({ message: asksFor })
    await change(await protect(robin))
    expect((await staff.caller.office.read.query()).requireSecondFactor).toBe(false)
  })
})

describe('a call to the database that fails', () => {
  async function postOver(DB: D1Database, path: string, body: unknown, cookie: string): Promise<Response> {
    const ctx = createExecutionContext()
    const headers = { 'content-type': 'application/json', origin: ORIGIN, 'cf-connecting-ip': newPlace(), cookie }
    const request = new Request(`${ORIGIN}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    const response = await app.fetch(request, { ...env, DB }, ctx)
    await waitOnExecutionContext(ctx)
    return response
  }

  /** Every way in which one call of an act can go wrong, until a call is named that the act does not make. */
  async function everyFault(act: (fate: (call: number) => Fate) => Promise<number>): Promise<void> {
    const quiet = vi.spyOn(console, 'log').mockReturnValue()
    const calls = await act(() => 'runs')
    expect(calls).toBeGreaterThan(3)
    for (let point = 1; point <= calls; point += 1)
      for (const fate of ['fails', 'answer is lost'] satisfies Fate[])
        await act((call) => (call === point ? fate : 'runs'))
    quiet.mockRestore()
  }

  it('leaves nobody outside while they switch it on: the password alone signs in, or the app’s next code does', () =>
    everyFault(async (fate) => {
      const robin = await signUp()
      const { phone } = await begun(robin)
      const watched = watchedD1(env.DB, fate)
      await postOver(watched.database, CONFIRM, { code: await phone.code() }, robin.cookie)
      pass(STEP_MS)
      const response = await post(SIGN_IN, robin)
      const { signedIn } = await response.json<{ signedIn: boolean }>()
      if (signedIn) await protect({ ...robin, cookie: cookieOf(response) })
      else expect(await statusOf(post(CODE, { code: await phone.code() }, { cookie: cookieOf(response) }))).toBe(200)
      return watched.calls()
    }))

  it('costs whoever signs in no more than the code that they gave', () =>
    everyFault(async (fate) => {
      const robin = await protect(await signUp())
      const pending = await pendingIn(robin)
      const watched = watchedD1(env.DB, fate)
      await postOver(watched.database, CODE, { code: await robin.phone.code() }, pending)
      pass(STEP_MS)
      expect(await statusOf(post(CODE, { code: await robin.phone.code() }, { cookie: pending }))).toBe(200)
      return watched.calls()
    }))
})
