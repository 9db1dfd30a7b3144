import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it, vi } from 'vitest'
import type { Env } from '../../worker/env.ts'
import { app } from '../../worker/http/app.ts'
import { DAY_MS } from '../../worker/kernel/time.ts'
import { sweep } from '../../worker/queue/sweep.ts'
import { colleagueOf, contextWith } from '../support/inside.ts'
import {
  callerWith,
  cookieOf,
  newPlace,
  ORIGIN,
  ownerWithOffice,
  PASSWORD,
  type Person,
  post,
  signedIn,
  signUp,
} from '../support/people.ts'
import { type Fate, watchedD1 } from '../support/watched-d1.ts'

const CONFIRM = '/api/auth/account/confirm-address'
const SEND = '/api/auth/account/send-proof'
const ADDRESS = '/api/auth/account/change-address'
const CHANGE_PASSWORD = '/api/auth/account/change-password'
const SIGN_UP = '/api/auth/sign-up/email'
const SIGN_IN = '/api/auth/sign-in/email'
const NEW_PASSWORD = 'seven green kettles'

const newEmail = () => `${crypto.randomUUID()}@example.test`
const statusOf = async (response: Promise<Response>) => (await response).status
const whoIs = async ({ caller }: Person) => (await caller.signIn.whoAmI.query())?.user ?? null
const inBrowserOf = ({ cookie }: Person) => ({ cookie })

/** The tokens of the links that were sent to an address to prove it, the newest first. */
async function proofsTo(email: string, atLeast = 1): Promise<string[]> {
  return vi.waitFor(async () => {
    const mails = await callerWith().signIn.localMails.query({ email })
    const proofs = mails.filter(({ subject }) => subject === 'Confirm your address')
    expect(proofs.length).toBeGreaterThanOrEqual(atLeast)
    return proofs.map(({ text }) => new URL(text.match(/http\S+/)?.[0] ?? '').searchParams.get('token') ?? '')
  })
}

/** The same request, answered by the app with other bindings. */
async function postTo(changed: Partial<Env>, path: string, body: unknown, cookie = '') {
  const ctx = createExecutionContext()
  const headers = { 'content-type': 'application/json', origin: ORIGIN, 'cf-connecting-ip': newPlace(), cookie }
  const request = new Request(`${ORIGIN}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const response = await app.fetch(request, { ...env, ...changed }, ctx)
  await waitOnExecutionContext(ctx)
  return response
}

describe('the address of an account', () => {
  it('is proved once, by the link that signing up sends, and the account is usable before', async () => {
    const { owner } = await ownerWithOffice()
    expect(await whoIs(owner)).toMatchObject({ emailVerified: false })
    const [token = ''] = await proofsTo(owner.email)
    const { results } = await env.DB.prepare('select * from email_proofs').all()
    expect(JSON.stringify(results)).not.toContain(token)
    const response = await post(CONFIRM, { token })
    expect([response.status, await response.json()]).toEqual([200, { email: owner.email }])
    expect(await whoIs(owner)).toMatchObject({ emailVerified: true })
    expect(await statusOf(post(CONFIRM, { token }))).toBe(400)
    expect(await statusOf(post(SEND, {}, inBrowserOf(owner)))).toBe(409)
  })

  it('is not proved by a link that was replaced, is a day old or made up', async () => {
    const robin = await signUp()
    const [first = ''] = await proofsTo(robin.email)
    expect(await statusOf(post(SEND, {}, inBrowserOf(robin)))).toBe(200)
    const [second = ''] = await proofsTo(robin.email, 2)
    expect(await statusOf(post(CONFIRM, { token: first }))).toBe(400)
    await env.DB.prepare('update email_proofs set expires_at = ?').bind(Date.now()).run()
    expect(await statusOf(post(CONFIRM, { token: second }))).toBe(400)
    expect(await statusOf(post(CONFIRM, { token: 'made up' }))).toBe(400)
    expect(await whoIs(robin)).toMatchObject({ emailVerified: false })
  })

  it('is written to three times an hour, and only for somebody who is signed in', async () => {
    const robin = await signUp()
    for (let time = 0; time < 3; time += 1) expect(await statusOf(post(SEND, {}, inBrowserOf(robin)))).toBe(200)
    expect(await statusOf(post(SEND, {}, inBrowserOf(robin)))).toBe(429)
    expect(await statusOf(post(SEND, {}))).toBe(401)
  })

  it('becomes another by the password and the link that is sent there, and the one before is told', async () => {
    const robin = await signUp()
    const email = newEmail()
    expect(await statusOf(post(ADDRESS, { email, password: 'not the password' }, inBrowserOf(robin)))).toBe(400)
    expect(await statusOf(post(ADDRESS, { email, password: PASSWORD }))).toBe(401)
    expect(await statusOf(post(ADDRESS, { email, password: PASSWORD }, inBrowserOf(robin)))).toBe(200)
    expect(await whoIs(robin)).toMatchObject({ email: robin.email })
    const [token = ''] = await proofsTo(email)
    expect(await statusOf(post(CONFIRM, { token }))).toBe(200)
    expect(await whoIs(robin)).toMatchObject({ email, emailVerified: true })
    expect(await statusOf(post(SIGN_IN, robin))).toBe(401)
    expect(await statusOf(post(SIGN_IN, { ...robin, email }))).toBe(200)
    await vi.waitFor(async () => {
      const [told] = await callerWith().signIn.localMails.query({ email: robin.email })
      expect(told?.subject).toBe('Your address was changed')
    })
  })

  it('does not tell whether somebody else has the new one, nor takes it from them', async () => {
    const [robin, kim] = [await signUp(), await signUp()]
    const change = (email: string) => post(ADDRESS, { email, password: PASSWORD }, inBrowserOf(robin))
    const [taken, free] = [await change(kim.email), await change(newEmail())]
    expect([taken.status, await taken.json()]).toEqual([free.status, await free.json()])
    const email = newEmail()
    await change(email)
    const [token = ''] = await proofsTo(email)
    await signUp('Lee', email)
    const late = await post(CONFIRM, { token })
    expect(late.status).toBe(409)
    expect(await whoIs(robin)).toMatchObject({ email: robin.email, emailVerified: false })
  })
})

describe('the password of an account', () => {
  it('is changed by the one so far, and ends every other session', async () => {
    const robin = await signUp()
    const elsewhere = await signedIn(robin)
    const change = (password: string, newPassword: string) =>
      post(CHANGE_PASSWORD, { password, newPassword }, inBrowserOf(robin))
    expect(await statusOf(change('not the password', NEW_PASSWORD))).toBe(400)
    expect(await statusOf(change(PASSWORD, 'password123'))).toBe(400)
    const changed = await change(PASSWORD, NEW_PASSWORD)
    expect(changed.status).toBe(200)
    expect(await whoIs(elsewhere)).toBeNull()
    expect(await whoIs(robin)).toBeNull()
    expect((await callerWith(cookieOf(changed)).signIn.whoAmI.query())?.user.email).toBe(robin.email)
    expect(await statusOf(post(SIGN_IN, robin))).toBe(401)
    expect(await statusOf(post(SIGN_IN, { ...robin, password: NEW_PASSWORD }))).toBe(200)
  })

  it('is the old one or the new one, whichever call to the database fails', async () => {
    const quiet = vi.spyOn(console, 'log').mockReturnValue()
    for (let failing = 1; ; failing += 1) {
      const robin = await signUp()
      const fate = (call: number): Fate => (call === failing ? 'fails' : 'runs')
      const watched = watchedD1(env.DB, fate)
      await postTo(
        { DB: watched.database },
        CHANGE_PASSWORD,
        { password: PASSWORD, newPassword: NEW_PASSWORD },
        robin.cookie,
      )
      const works = await Promise.all(
        [PASSWORD, NEW_PASSWORD].map((password) => statusOf(post(SIGN_IN, { ...robin, password }))),
      )
      expect(works.sort()).toEqual([200, 401])
      if (watched.calls() < failing) break
    }
    quiet.mockRestore()
  })

  it('is accepted while nobody can say whether it was stolen, and that is logged', async () => {
    const lines: string[] = []
    const quiet = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
    const who = { name: 'Robin', email: newEmail(), password: PASSWORD }
    const response = await postTo({ BREACH_RANGE_URL: 'http://127.0.0.1:1' }, SIGN_UP, who)
    quiet.mockRestore()
    expect(response.status).toBe(200)
    expect(lines.join()).toContain('stolen_passwords_not_asked')
    expect(lines.join()).not.toContain(PASSWORD)
  })
})

describe('the sessions of a person', () => {
  it('are theirs to see and to end, and nobody else’s', async () => {
    const [robin, kim] = [await signUp(), await signUp()]
    const elsewhere = await signedIn(robin)
    const sessions = await robin.caller.signIn.sessions.query()
    expect(sessions.map(({ isThis }) => isThis).sort()).toEqual([false, true])
    const other = sessions.find(({ isThis }) => !isThis)!.id
    await expect(kim.caller.signIn.endSession.mutate({ sessionId: other })).rejects.toThrow('does not exist')
    await robin.caller.signIn.endSession.mutate({ sessionId: other })
    expect([await whoIs(elsewhere), (await whoIs(robin))?.email]).toEqual([null, robin.email])
    await signedIn(robin)
    await robin.caller.signIn.endOtherSessions.mutate()
    expect(await robin.caller.signIn.sessions.query()).toHaveLength(1)
    expect(await kim.caller.signIn.sessions.query()).toHaveLength(1)
  })

  it('show the name that the person gave themselves', async () => {
    const { owner, officeId } = await ownerWithOffice()
    const viewer = await colleagueOf(owner, officeId, 'viewer')
    await viewer.caller.signIn.rename.mutate({ name: '  Vera  ' })
    expect(await whoIs(viewer)).toMatchObject({ name: 'Vera' })
    const { members } = await owner.caller.office.members.query()
    expect(members.map(({ name }) => name)).toEqual(['Robin Example', 'Vera'])
    await expect(viewer.caller.signIn.rename.mutate({ name: ' ' })).rejects.toThrow('Please give your name.')
  })
})

describe('leaving an office', () => {
  it('is possible for a viewer, and for an owner only while there is another', async () => {
    const { owner, officeId } = await ownerWithOffice()
    const viewer = await colleagueOf(owner, officeId, 'viewer')
    const stranger = await signUp()
    await expect(stranger.caller.office.leave.mutate({ officeId })).rejects.toThrow('does not exist')
    await expect(owner.caller.office.leave.mutate({ officeId })).rejects.toThrow('needs an owner')
    await viewer.caller.office.leave.mutate({ officeId })
    expect(await viewer.caller.signIn.whoAmI.query()).toMatchObject({ officeId: null, offices: [] })
    const { members } = await owner.caller.office.members.query()
    expect(members).toHaveLength(1)
  })
})

describe('what happened', () => {
  const kindsOf = async ({ caller }: Person) => (await caller.office.notes.query()).map(({ kind }) => kind)

  it('is shown to owners, with ids and names and nothing that was typed', async () => {
    const { owner, officeId } = await ownerWithOffice()
    const other = await ownerWithOffice('Praxis Stein')
    const staff = await colleagueOf(owner, officeId, 'staff')
    const userId = (await whoIs(staff))?.id ?? ''
    await owner.caller.office.changeRole.mutate({ userId, role: 'viewer' })
    await post(SIGN_IN, { ...staff, password: 'not the password' })
    await vi.waitFor(async () => expect(await kindsOf(owner)).toContain('sign_in_failed'))
    await post('/api/auth/sign-out', {}, inBrowserOf(await signedIn(staff)))
    await owner.caller.office.removeMember.mutate({ userId })
    expect(await kindsOf(owner)).toEqual(['member_removed', 'role_changed', 'member_joined', 'member_invited'])
    await expect(staff.caller.office.notes.query()).rejects.toThrow()
    const { results } = await env.DB.prepare('select * from audit').all()
    for (const secret of [staff.email, owner.email, PASSWORD, 'not the password'])
      expect(JSON.stringify(results)).not.toContain(secret)
    expect(await kindsOf(other.owner)).toEqual([])
  })

  it('holds how members sign in and out, while they are members', async () => {
    const { owner, officeId } = await ownerWithOffice()
    const viewer = await colleagueOf(owner, officeId, 'viewer')
    await expect(viewer.caller.office.notes.query()).rejects.toThrow('Only an owner')
    await post('/api/auth/sign-out', {}, inBrowserOf(await signedIn(viewer)))
    expect((await kindsOf(owner)).slice(0, 2)).toEqual(['signed_out', 'signed_in'])
  })

  it('is written with the act or not at all: a sign-in that is not noted opens no session', async () => {
    const robin = await signUp()
    const quiet = vi.spyOn(console, 'log').mockReturnValue()
    const count = (table: string) =>
      env.DB.prepare(`select count(*) as n from ${table} where user_id = (select id from users where email = ?)`)
        .bind(robin.email)
        .first<number>('n')
    for (let failing = 1; ; failing += 1) {
      const fate = (call: number): Fate => (call === failing ? 'fails' : 'runs')
      const watched = watchedD1(env.DB, fate)
      await postTo({ DB: watched.database }, SIGN_IN, robin)
      expect(await count('audit')).toBe(await count('sessions'))
      if (watched.calls() < failing) break
    }
    quiet.mockRestore()
  })

  it('is kept for a year by the sweep', async () => {
    await ownerWithOffice()
    const count = () => env.DB.prepare('select count(*) as n from audit').first<number>('n')
    const before = await count()
    expect(before).toBeGreaterThan(0)
    const age = (days: number) =>
      env.DB.prepare('update audit set at = ?')
        .bind(Date.now() - days * DAY_MS)
        .run()
    await age(364)
    await sweep(contextWith())
    expect(await count()).toBe(before)
    await age(366)
    await sweep(contextWith())
    expect(await count()).toBe(0)
  })
})
