import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyContact, everyConversation, everyMessage } from '../support/every-page.ts'
import { rawMail } from '../support/raw-mail.ts'
import { ownerAt, type RemotePerson } from '../support/remote-people.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { sideBySide } from '../support/side-by-side.ts'
import { type Inbox, postMail } from '../support/signed-mail.ts'
import { countIn } from '../support/state-rows.ts'

const MAILS = 500
const SENDERS = 100
const AT_A_TIME = 16
const KILLS = 2
const LOOK_EVERY_MS = 5
const SWEEP_EVERY_MS = 1000
/** How long a job belongs to the worker that took it, killed or not. */
const LEASE_MS = 30_000
const UNDERSTOOD_WITHIN_MS = 4 * LEASE_MS
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

const decoder = new TextDecoder()
const letters: Letter[] = Array.from({ length: MAILS }, (_, n) => {
  const sender = n % SENDERS
  const subject = `Matter ${n}`
  const from = `Customer ${sender} <customer-${sender}@mail.test>`
  const text = `Hello,\r\n\r\n${WISHES[n % WISHES.length]}\r\n\r\n${FILLER}\r\nKind regards\r\nCustomer ${sender}`
  return { subject, raw: rawMail({ from, subject, text, messageId: `${n}@mail.test` }) }
})

/** When the server is killed: after so many more mails were accepted, and so much later. */
const moments = fc.sample(
  fc.record({ accepted: fc.integer({ min: 60, max: 200 }), laterMs: fc.integer({ min: 0, max: 300 }) }),
  { numRuns: KILLS, seed: SEED },
)

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

let server: RunningServer
let owner: RemotePerson
let inbox: Inbox
const accepted = new Set<Letter>()
/** Letters whose senders got no answer when the server was killed: whether it took them they do not know. */
const uncertain = new Set<Letter>()
/** How many jobs somebody was at work on, at each kill. */
const interrupted: number[] = []

/** Sends every letter that was not accepted yet, as a mail server does: only a 200 settles it. Ends with the server. */
const deliver = (afterEach: () => void = () => {}) =>
  sideBySide(
    letters.filter((letter) => !accepted.has(letter)),
    AT_A_TIME,
    async (letter) => {
      const answer = await postMail(server.url, inbox, letter.raw).catch(() => null)
      const isAccepted = answer?.status === 200
      if (isAccepted) accepted.add(letter)
      else uncertain.add(letter)
      afterEach()
      return isAccepted
    },
  )

/** The jobs that were taken since that moment and are not done. */
const jobsTaken = (sinceMs: number) =>
  countIn(server.state, 'outbox', `status = 'waiting' and leased_until > ${sinceMs + LEASE_MS}`)

/** Kills the server while mails come in and a job is at work, and starts another on what it left. */
async function deliverUntilKilled(moment: { accepted: number; laterMs: number }) {
  const startedMs = Date.now()
  const enough = accepted.size + moment.accepted
  const kill = async () => {
    await pause(moment.laterMs)
    while (jobsTaken(startedMs) === 0) await pause(LOOK_EVERY_MS)
    await server.kill()
  }
  let killed: Promise<void> | undefined
  await deliver(() => {
    if (accepted.size >= enough) killed ??= kill()
  })
  await killed
  // The last answers might as well have been lost on their way: whoever waited for those tries again.
  for (const letter of [...accepted].slice(-AT_A_TIME)) {
    accepted.delete(letter)
    uncertain.add(letter)
  }
  interrupted.push(jobsTaken(startedMs))
  server = await startServer(server)
}

/** Lets the cron run until everything is understood, or the time is over and the tests say what is missing. */
async function settle() {
  for (const until = Date.now() + UNDERSTOOD_WITHIN_MS; Date.now() < until; await pause(SWEEP_EVERY_MS)) {
    await server.sweep()
    const found = await everyConversation(owner.caller)
    if (found.length >= MAILS && found.every(({ intent }) => intent !== null)) return
  }
}

type Read = { subject: string; raw: string; isUnderstood: boolean }

/** Every message as a member sees it, with the bytes that its link to the original gives. */
async function everyMail(): Promise<Read[]> {
  const read: Read[] = []
  const headers = { cookie: owner.cookie }
  await sideBySide(await everyMessage(owner.caller, shown), AT_A_TIME, async ({ id, subject, intake }) => {
    const raw = await fetch(`${server.url}/files/messages/${id}/raw`, { headers })
    read.push({ subject, raw: await raw.text(), isUnderstood: intake !== null })
  })
  return read
}

let shown: { id: string }[]
let read: Read[]
let contacts: { name: string }[]

beforeAll(async () => {
  server = await startServer()
  ;({ owner, inbox } = await ownerAt(server.url, 'Salon Example'))
  for (const moment of moments) await deliverUntilKilled(moment)
  await deliver()
  await settle()
  shown = await everyConversation(owner.caller)
  read = await everyMail()
  contacts = await everyContact(owner.caller)
  await server.stop()
}, ALL_WITHIN_MS)
// Also where something before went wrong; a server that has ended is left alone.
afterAll(() => server.stop())

/** How many rows of this kind the suggestions say that they made. */
const created = (entity: string) =>
  countIn(
    server.state,
    'suggestions, json_each(suggestions.effects) as effect',
    `effect.value ->> 'change' = 'created' and effect.value ->> 'entity' = '${entity}'`,
  )

describe(`a server that is killed twice in the middle of ${MAILS} mails (seed ${SEED})`, () => {
  it('was at work both times, and left its senders in doubt', () => {
    expect(interrupted).toHaveLength(KILLS)
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
    expect(contacts.map(({ name }) => name).toSorted()).toEqual(senders.toSorted())
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
    expect(countIn(server.state, 'inbound', "status = 'filed'")).toBe(MAILS)
    expect(countIn(server.state, 'inbound')).toBe(MAILS)
  })
})
