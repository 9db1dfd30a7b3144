import { env } from 'cloudflare:workers'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { directoryTables, officeTables } from '../../db/schema/index.ts'
import { sessions } from '../../db/schema/sign-in.ts'
import { OWNER, SALON } from '../../db/seed/salon.ts'
import { contextFor } from '../../worker/context.ts'
import { prepareDemo } from '../../worker/features/office/demo/prepare-demo.ts'
import { app } from '../../worker/http/app.ts'
import { hashPassword } from '../../worker/http/sign-in/password.ts'
import { runJob } from '../../worker/queue/run-job.ts'
import { eventually } from '../support/mails.ts'
import { officeOf, ownerWithOffice, type Person, post, signedIn } from '../support/people.ts'

/** Playing four weeks takes some seconds, and many when the machine is busy. */
const HISTORY_TIMEOUT_MS = 180_000
/** A Monday, when the salon is closed. */
const MONDAY = new Date('2026-03-16T10:20:00Z')

const context = () => contextFor(env, 'demo-test')
const prepareOn = (now: Date, job = runJob) => prepareDemo({ ...context(), now: () => now, runJob: job, hashPassword })

const DEMO: Person = { ...OWNER, cookie: '', caller: undefined as never }

const tablesOfOffices = Object.values({ ...directoryTables, ...officeTables })
  .filter((table) => table !== sessions && 'officeId' in getTableColumns(table))
  .map(getTableName)

/** All that an office has, in both databases, to the byte. */
async function dump(officeId: string): Promise<string> {
  const statements = (database: D1Database) => [
    database.prepare('select * from offices where id = ?').bind(officeId),
    ...tablesOfOffices.map((name) => database.prepare(`select * from "${name}" where office_id = ?`).bind(officeId)),
  ]
  const found = await Promise.all([env.DB, env.DB1].map((database) => database.batch(statements(database))))
  return JSON.stringify(found.flat().map(({ results }) => results))
}

const EMPTY = JSON.stringify(Array.from({ length: 2 * (tablesOfOffices.length + 1) }, () => []))
const filesOf = async (officeId: string) =>
  (await env.FILES.list({ prefix: `${officeId}/` })).objects.map(({ key, etag }) => ({ key, etag }))

async function rows<Row>(sql: string): Promise<Row[]> {
  return (await env.DB.prepare(sql).bind(SALON.officeId).all<Row>()).results
}

/** As if nobody had ever signed up here. */
async function forgetEverybody() {
  const names = 'members inbound_addresses offices sessions accounts email_proofs users attempts'.split(' ')
  await env.DB.batch(names.map((name) => env.DB.prepare(`delete from ${name}`)))
}

describe('the demo office', { timeout: HISTORY_TIMEOUT_MS }, () => {
  let owner: Person
  beforeAll(async () => {
    expect(await (await post('/local/prepare', {})).json()).toEqual({
      email: OWNER.email,
      password: OWNER.password,
      inbox: `${SALON.inboxKey}@${env.INBOUND_DOMAIN}`,
    })
    owner = await signedIn(DEMO)
  }, HISTORY_TIMEOUT_MS)

  it('is open to whoever signs in as its owner', async () => {
    expect(await owner.caller.office.read.query()).toMatchObject({ name: SALON.name, isDemo: true, role: 'owner' })
  })

  it('holds four weeks of a salon', async () => {
    const count = async (table: string) =>
      (await rows<{ n: number }>(`select count(*) as n from ${table} where office_id = ?`))[0]!.n
    const counts = await Promise.all(['contacts', 'conversations', 'messages', 'appointments', 'tasks'].map(count))
    expect(counts.every((n, at) => n >= [55, 45, 105, 70, 30][at]!)).toBe(true)
    expect(await count('households')).toBe(6)
  })

  it('shows every state that a suggestion, an appointment, a deal and a conversation can be in', async () => {
    const values = async (column: string, table: string) =>
      (await rows<{ v: string }>(`select distinct ${column} as v from ${table} where office_id = ? order by 1`)).map(
        ({ v }) => v,
      )
    expect(await values('status', 'suggestions')).toEqual(['accepted', 'rejected', 'waiting'])
    expect(await values('status', 'appointments')).toEqual(['cancelled', 'confirmed', 'done', 'no_show', 'requested'])
    expect(await values('status', 'conversations')).toEqual(['done', 'open', 'spam'])
    expect(await values('stage_id', 'deals')).toHaveLength(5)
    const deciders = await rows<{ n: number }>(
      "select count(distinct decided_by is null) as n from suggestions where office_id = ? and status = 'accepted'",
    )
    expect(deciders, 'Some were accepted by a member, some applied themselves.').toEqual([{ n: 2 }])
  })

  it('rests every suggestion on words of its message', async () => {
    const found = await rows<{ text: string; evidence: string }>(
      'select m.text, s.evidence from suggestions s join messages m on m.id = s.message_id where s.office_id = ?',
    )
    expect(found.length).toBeGreaterThan(0)
    for (const { text, evidence } of found) {
      const places = JSON.parse(evidence) as { quote: string; start: number; end: number }[]
      expect(places.length).toBeGreaterThan(0)
      for (const { quote, start, end } of places) expect(text.slice(start, end)).toBe(quote)
    }
  })

  it('finds a way into each stored file', async () => {
    const attachments = await rows<{ file_key: string }>('select file_key from attachments where office_id = ?')
    expect(attachments.length).toBeGreaterThan(1)
    for (const { file_key } of attachments) expect(await env.FILES.head(file_key)).not.toBeNull()
  })

  it('leaves no job undone', async () => {
    expect(await rows("select id from outbox where office_id = ? and status <> 'done'")).toEqual([])
  })

  it('has a desk that knows its diary: what is taken there cannot be booked, and the database says the same', async () => {
    const soon = { from: new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString() }
    const to = new Date(Date.parse(soon.from) + 21 * 86_400_000).toISOString()
    const ahead = (await owner.caller.appointments.calendar.query({ ...soon, to })).filter(
      ({ status, startsAt }) => status === 'confirmed' && startsAt !== null && startsAt > soon.from,
    )
    expect(ahead.length).toBeGreaterThan(60)
    const { serviceId, staffIds, startsAt } = ahead[0]!
    const again = owner.caller.appointments.book.mutate({
      ...{
        key: crypto.randomUUID(),
        serviceId,
        staffIds,
        startsAt: startsAt!,
        timeZone: SALON.timeZone,
        override: true,
      },
    })
    await expect(again).rejects.toThrow('This time has just been taken.')
    const desk = env.DESK.getByName(SALON.officeId)
    expect(await desk.reconcileDatabase()).toEqual({ days: 0, left: 0 })
    const people = new Set(ahead.flatMap((one) => one.staffIds))
    expect(people.size).toBe(3)
  })

  it('is not made again', async () => {
    const before = await dump(SALON.officeId)
    await post('/local/prepare', {})
    expect(await dump(SALON.officeId)).toBe(before)
  })

  it('gets a test mail, and another one the next time', async () => {
    const first = await owner.caller.inbox.sendTestMail.mutate()
    const second = await owner.caller.inbox.sendTestMail.mutate()
    expect(second.subject).not.toBe(first.subject)
    for (const { from, subject } of [first, second])
      await eventually(async () =>
        (await owner.caller.inbox.conversations.query({})).rows.find(
          (row) => row.subject === subject && row.lastFrom === from && row.intent !== null,
        ),
      )
  })

  it('is removed with all it has, and nothing else is', async () => {
    const others = [await ownerWithOffice('Next door'), await ownerWithOffice('Across the road')]
    for (const other of others) {
      await other.owner.caller.inbox.sendTestMail.mutate()
      await eventually(async () => (await other.owner.caller.inbox.conversations.query({})).rows[0]?.intent)
    }
    const shards = await env.DB.prepare('select distinct shard from offices where is_demo = 0').all()
    expect(shards.results, 'One of the others shares the database of the demo.').toHaveLength(2)
    const kept = () => Promise.all(others.map(async ({ officeId }) => [await dump(officeId), await filesOf(officeId)]))
    const before = await kept()

    const { members } = await owner.caller.office.members.query()
    const staff = members.map(({ userId }) => `staff:${userId}`)
    await owner.caller.office.removeDemo.mutate()
    expect(await dump(SALON.officeId)).toBe(EMPTY)
    expect(await filesOf(SALON.officeId)).toEqual([])
    const names = (await env.DESK.getByName(SALON.officeId).claimsBetween(0, Date.now() * 2, staff)).map(({ id }) => id)
    expect(names, 'Its desk keeps no time either.').toEqual([])
    expect(await kept()).toEqual(before)
    await expect(owner.caller.office.read.query()).rejects.toThrow('Please open an office first.')
    await expect(others[0]!.owner.caller.office.removeDemo.mutate()).rejects.toThrow('Only the demo office')
    await officeOf(owner, 'Mara’s own')
    expect(await owner.caller.office.read.query()).toMatchObject({ isDemo: false })
  })

  it('does not come back where people have signed up', async () => {
    expect(await (await post('/local/prepare', {})).json()).toEqual({ email: null, password: null, inbox: null })
    expect(await dump(SALON.officeId)).toBe(EMPTY)
  })
})

describe('preparing the demo', { timeout: HISTORY_TIMEOUT_MS }, () => {
  it('makes the same office for the same moment, also after it was interrupted', async () => {
    await forgetEverybody()
    await prepareOn(MONDAY)
    const [first, files] = [await dump(SALON.officeId), await filesOf(SALON.officeId)]
    await forgetEverybody()
    let jobs = 0
    const interrupted = prepareOn(MONDAY, async (needs, job) => {
      jobs += 1
      if (jobs > 20) throw new Error('The power went.')
      await runJob(needs, job)
    })
    await expect(interrupted).rejects.toThrow('The power went.')
    expect(await rows('select id from offices where id = ?')).toEqual([])
    await prepareOn(MONDAY)
    expect(await dump(SALON.officeId)).toBe(first)
    expect(await filesOf(SALON.officeId)).toEqual(files)
  })

  it('is for laptops and tests', async () => {
    const request = new Request('http://foyer.test/local/prepare', { method: 'POST' })
    const response = await app.fetch(request, { ...env, STAGE: 'production' })
    expect(response.status).toBe(404)
  })
})
