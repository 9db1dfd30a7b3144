import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rawMail } from '../support/raw-mail.ts'
import { ownerAt, type RemotePerson } from '../support/remote-people.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { type Inbox, postMail } from '../support/signed-mail.ts'
import { countIn } from '../support/state-rows.ts'

const MAILS = 500
const SENDERS = 100
const AT_A_TIME = 16
/** After a number of accepted mails between these the server is killed, and up to so much later. */
const FEWEST_BEFORE_KILL = 60
const MOST_BEFORE_KILL = 200
const LONGEST_AFTER_MS = 300
const LOOK_EVERY_MS = 5
const SWEEP_EVERY_MS = 1000
/** More than the lease of a killed worker's job. */
const UNDERSTOOD_WITHIN_MS = 120_000
const ALL_WITHIN_MS = 240_000
/** Chooses the moments; `FOYER_SEED` tries others. */
const SEED = Number(process.env.FOYER_SEED ?? 20_260_302)

const WISHES = [
  'May I book a haircut for Friday at 3pm? Call me on 030 901820.',
  'I have to cancel my appointment on Tuesday, something came up. Sorry for the short notice.',
  'Could you send me a quote for colouring and a cut for two people?',
  'The cut I got last week is uneven and I am not happy with it at all. Please call me back.',
  'Do you also sell gift vouchers, and how much are they?',
]
const FILLER = 'I have been coming to you for years and would be glad to come again soon.\r\n'.repeat(24)

type Letter = { subject: string; raw: Uint8Array<ArrayBuffer> }

const letters: Letter[] = Array.from({ length: MAILS }, (_, n) => {
  const sender = n % SENDERS
  const subject = `Matter ${n}`
  const from = `Customer ${sender} <customer-${sender}@mail.test>`
  const text = `Hello,\r\n\r\n${WISHES[n % WISHES.length]}\r\n\r\n${FILLER}\r\nKind regards\r\nCustomer ${sender}`
  return { subject, raw: rawMail({ from, subject, text, messageId: `${n}@mail.test` }) }
})

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
function randomFrom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const random = randomFrom(SEED)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

let server: RunningServer
let owner: RemotePerson
let inbox: Inbox
const accepted = new Set<Letter>()
/** Letters that were on their way when the server was killed: whether it took them nobody knows. */
const uncertain = new Set<Letter>()
/** How many jobs somebody was at work on, at each kill. */
const interrupted: number[] = []

/** Sends every letter that was not accepted yet, as a mail server does: only a 200 settles it. Ends with the server. */
async function deliver(afterEach: () => void = () => {}) {
  const waiting = letters.filter((letter) => !accepted.has(letter))
  const line = async () => {
    for (let letter = waiting.shift(); letter; letter = waiting.shift()) {
      const answer = await postMail(server.url, inbox, letter.raw).catch(() => null)
      if (answer?.status !== 200) return void uncertain.add(letter)
      accepted.add(letter)
      afterEach()
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, line))
}

const jobsAtWork = () => countIn(server.state, 'outbox', "status = 'waiting' and leased_until is not null")

/** Kills the server at some moment while mails come in and a job is at work, and starts another on what it left. */
async function deliverUntilKilled() {
  const killAt = accepted.size + FEWEST_BEFORE_KILL + Math.floor(random() * (MOST_BEFORE_KILL - FEWEST_BEFORE_KILL))
  const laterMs = random() * LONGEST_AFTER_MS
  const kill = async () => {
    await pause(laterMs)
    while (jobsAtWork() === 0) await pause(LOOK_EVERY_MS)
    await server.kill()
  }
  let killed: Promise<void> | undefined
  await deliver(() => {
    if (accepted.size >= killAt) killed ??= kill()
  })
  await killed
  interrupted.push(jobsAtWork())
  server = await startServer(server)
}

type Shown = { id: string; subject: string; intent: string | null }

async function conversations(): Promise<Shown[]> {
  const shown: Shown[] = []
  for (const status of ['open', 'done', 'spam'] as const)
    for (let cursor: { at: string; id: string } | null | undefined; cursor !== null; ) {
      const page = await owner.caller.inbox.conversations.query({ status, cursor })
      shown.push(...page.rows)
      cursor = page.next
    }
  return shown
}

/** Lets the cron run until everything is understood, or the time is over and the tests say what is missing. */
async function settle() {
  for (const until = Date.now() + UNDERSTOOD_WITHIN_MS; Date.now() < until; await pause(SWEEP_EVERY_MS)) {
    await server.sweep()
    const shown = await conversations()
    if (shown.length >= MAILS && shown.every(({ intent }) => intent !== null)) return
  }
}

type Read = { subject: string; raw: string; isUnderstood: boolean }

/** Every message of every conversation as a member sees it, with the bytes that its "original" link gives. */
async function messages(shown: Shown[]): Promise<Read[]> {
  const waiting = [...shown]
  const read: Read[] = []
  const line = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { messages } = await owner.caller.inbox.conversation.query({ id: next.id })
      for (const { id, subject, intake } of messages) {
        const raw = await fetch(`${server.url}/files/messages/${id}/raw`, { headers: { cookie: owner.cookie } })
        read.push({ subject, raw: await raw.text(), isUnderstood: intake !== null })
      }
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, line))
  return read
}

const decoder = new TextDecoder()
let shown: Shown[]
let read: Read[]
let contacts: { names: string[]; total: number }

beforeAll(async () => {
  server = await startServer()
  ;({ owner, inbox } = await ownerAt(server.url, 'Salon Example'))
  await deliverUntilKilled()
  await deliverUntilKilled()
  await deliver()
  await settle()
  shown = await conversations()
  read = await messages(shown)
  contacts = await everyContact()
  await server.stop()
}, ALL_WITHIN_MS)
// Also where something before went wrong; a server that has ended is left alone.
afterAll(() => server.stop())

async function everyContact() {
  const names: string[] = []
  for (let cursor: { nameKey: string; id: string } | null | undefined; ; ) {
    const page = await owner.caller.contacts.list.query({ cursor })
    names.push(...page.rows.map(({ name }) => name))
    cursor = page.next
    if (!cursor) return { names, total: page.total }
  }
}

/** How many rows of this kind the suggestions say that they made. */
const created = (entity: string) =>
  countIn(
    server.state,
    'suggestions, json_each(suggestions.effects) as effect',
    `effect.value ->> 'change' = 'created' and effect.value ->> 'entity' = '${entity}'`,
  )

describe(`a server that is killed twice in the middle of ${MAILS} mails (seed ${SEED})`, () => {
  it('was at work both times, and left its senders in doubt', () => {
    expect(interrupted).toHaveLength(2)
    for (const jobs of interrupted) expect(jobs).toBeGreaterThan(0)
    expect(uncertain.size).toBeGreaterThan(0)
    expect(accepted.size).toBe(MAILS)
  })

  it('shows every mail exactly once, in a conversation of its own, byte for byte as it was sent', () => {
    const sent = letters.map(({ subject, raw }) => ({ subject, raw: decoder.decode(raw), isUnderstood: true }))
    const bySubject = (a: Read, b: Read) => a.subject.localeCompare(b.subject)
    expect(read.toSorted(bySubject)).toEqual(sent.toSorted(bySubject))
    expect(shown).toHaveLength(MAILS)
  })

  it('has one contact of each sender', () => {
    const senders = Array.from({ length: SENDERS }, (_, n) => `Customer ${n}`)
    expect(contacts.names.toSorted()).toEqual(senders.toSorted())
    expect(contacts.total).toBe(SENDERS)
    expect(countIn(server.state, 'contacts')).toBe(SENDERS)
    expect(countIn(server.state, 'addresses', "kind = 'email'")).toBe(SENDERS)
  })

  it('has understood each mail once and done once what follows from it', () => {
    expect(countIn(server.state, 'intakes')).toBe(MAILS)
    expect(countIn(server.state, 'activities', "kind = 'message_received'")).toBe(MAILS)
    const proposed = countIn(server.state, '(select distinct message_id, kind, action from suggestions)')
    expect(countIn(server.state, 'suggestions')).toBe(proposed)
    expect(countIn(server.state, 'tasks')).toBe(created('task'))
    expect(countIn(server.state, 'deals')).toBe(created('deal'))
    expect(countIn(server.state, 'appointments')).toBe(created('appointment'))
  })

  it('has no job left, waiting or dead', () => {
    expect(countIn(server.state, 'outbox', "status <> 'done'")).toBe(0)
    expect(countIn(server.state, 'outbox', "status = 'done'")).toBe(2 * MAILS)
    expect(countIn(server.state, 'inbound', "status <> 'filed'")).toBe(0)
  })
})
