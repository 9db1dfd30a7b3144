import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { insertInbound } from '../../db/queries/inbound.ts'
import { claimJob, insertJob } from '../../db/queries/outbox.ts'
import type { Db } from '../../db/schema/index.ts'
import type { NewOutboxRow } from '../../db/schema/jobs.ts'
import type { Ctx } from '../../worker/context.ts'
import { rawMailKey } from '../../worker/features/files/keys.ts'
import worker from '../../worker/index.ts'
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../worker/kernel/time.ts'
import { consume } from '../../worker/queue/consumer.ts'
import { MAX_ATTEMPTS } from '../../worker/queue/delay-after.ts'
import { sweep } from '../../worker/queue/sweep.ts'
import { colleagueOf, contextWith, insideOf, rowsOf } from '../support/inside.ts'
import { eventually } from '../support/mails.ts'
import { ownerWithOffice, type Person } from '../support/people.ts'
import { rawMail } from '../support/raw-mail.ts'

type Office = { owner: Person; officeId: string }
let ours: Office
let theirs: Office
let staff: Person
beforeAll(async () => {
  ours = await ownerWithOffice()
  theirs = await ownerWithOffice()
  staff = await colleagueOf(ours.owner, ours.officeId, 'staff')
  // The invitation's own job would be counted among those of the tests.
  await eventually(async () => (await rowsOf('outbox', ours.officeId)).every(({ status }) => status === 'done'))
})

/** A job in the outbox that nobody has sent: to file a mail whose original is there, or missing, which is a fault. */
async function newJob(
  { officeId }: Office,
  { isThere = true, ...more }: { isThere?: boolean } & Partial<NewOutboxRow> = {},
) {
  const { db, officeId: id, newId } = await insideOf(officeId)
  const [inboundId, jobId, subject] = [newId(), newId(), `Subject ${newId()}`]
  const rawKey = rawMailKey(id, inboundId)
  const raw = rawMail({ subject, text: 'Hello' })
  const putRaw = () => env.FILES.put(rawKey, raw)
  if (isThere) await putRaw()
  const at = new Date()
  const delivery = { officeId: id, id: inboundId, source: 'generic' as const, sourceKey: inboundId, rawKey }
  await insertInbound(db, {
    ...delivery,
    ...{ rawBytes: raw.length, envelopeFrom: '', envelopeTo: '', status: 'stored', createdAt: at },
  })
  const job = { kind: 'file_message' as const, inboundId }
  await insertJob(db, { officeId: id, id: jobId, job, dueAt: at, createdAt: at, ...more })
  const messages = async () => (await rowsOf('messages', officeId)).filter((row) => row.subject === subject)
  const row = async () => (await rowsOf('outbox', officeId)).find((each) => each.id === jobId)!
  return { db, officeId: id, jobId, body: { officeId, jobId }, messages, row, putRaw }
}

/** Hands the bodies over as one batch, and answers what became of each message, and after how long it is to come again. */
async function deliver(bodies: unknown[], ctx: Ctx = contextWith(), queue = 'foyer-jobs') {
  const timestamp = new Date()
  const batch = createMessageBatch(
    queue,
    bodies.map((body, at) => ({ id: String(at), timestamp, attempts: 1, body })),
  )
  const delays = new Map<string, number | undefined>()
  // The result of a batch does not tell the delays, so that they are noted on the way.
  const messages = batch.messages.map((message) => ({
    ...{ id: message.id, timestamp, attempts: 1, body: message.body, ack: () => message.ack() },
    retry: (options?: QueueRetryOptions) => {
      delays.set(message.id, options?.delaySeconds)
      message.retry(options)
    },
  }))
  await consume(ctx, { ...batch, queue, messages } as unknown as MessageBatch)
  const { explicitAcks, retryMessages } = await getQueueResult(batch, createExecutionContext())
  return {
    acked: explicitAcks,
    retried: retryMessages.map(({ msgId }) => ({ msgId, delaySeconds: delays.get(msgId) })),
  }
}

const inMs = (ms: number) => contextWith({ now: () => new Date(Date.now() + ms) })
const scheduled = () => worker.scheduled({} as ScheduledController, env)
const isDone = (job: Awaited<ReturnType<typeof newJob>>) => eventually(async () => (await job.row()).status === 'done')

describe('a job that is delivered', () => {
  it('twice, or five times at once, runs once', async () => {
    const job = await newJob(ours)
    const { acked, retried } = await deliver(Array.from({ length: 5 }, () => job.body))
    expect(acked).toHaveLength(5)
    expect(retried).toEqual([])
    expect(await job.row()).toMatchObject({ status: 'done', attempts: 1, leased_until: null })
    expect((await deliver([job.body])).acked).toHaveLength(1)
    expect(await job.row()).toMatchObject({ attempts: 1 })
    expect(await job.messages()).toHaveLength(1)
  })

  it('before it is due is left for the sweep', async () => {
    const job = await newJob(ours, { dueAt: new Date(Date.now() + DAY_MS) })
    expect((await deliver([job.body])).acked).toHaveLength(1)
    await scheduled()
    expect(await job.row()).toMatchObject({ status: 'waiting', attempts: 0 })
  })

  it('in words that nobody knows is dropped', async () => {
    const nobodys = { officeId: crypto.randomUUID(), jobId: 'x' }
    const bodies = ['nonsense', null, { officeId: 'x', jobId: 'y' }, nobodys, { ...nobodys, officeId: ours.officeId }]
    expect((await deliver(bodies)).acked).toHaveLength(bodies.length)
  })

  it('beside one that fails is not kept from being done', async () => {
    const [good, bad] = [await newJob(ours), await newJob(ours, { isThere: false })]
    const { acked, retried } = await deliver([good.body, bad.body])
    expect({ acked, retried }).toEqual({ acked: ['0'], retried: [{ msgId: '1', delaySeconds: 5 }] })
    expect(await good.row()).toMatchObject({ status: 'done' })
  })

  it('beside one whose database is away is not kept from being done either', async () => {
    const [good, bad] = [await newJob(ours), await newJob(theirs)]
    const ctx = contextWith()
    const away = {
      select: () => {
        throw new Error('The database is away.')
      },
    } as unknown as Db
    const forOffice: Ctx['forOffice'] = (office) => {
      const inside = ctx.forOffice(office)
      return office.id === theirs.officeId ? { ...inside, db: away } : inside
    }
    const { acked, retried } = await deliver([bad.body, good.body], { ...ctx, forOffice })
    expect({ acked, retried: retried.map(({ msgId }) => msgId) }).toEqual({ acked: ['1'], retried: ['0'] })
    expect(await good.row()).toMatchObject({ status: 'done' })
    expect(await bad.row()).toMatchObject({ status: 'waiting', attempts: 0 })
  })
})

describe('a job that keeps failing', () => {
  it('is tried again with growing delay, then is dead for its owner to see and to start anew', async () => {
    const job = await newJob(ours, { isThere: false })
    const delays: number[] = []
    let passedMs = 0
    while ((await job.row()).status === 'waiting') {
      const { retried } = await deliver([job.body], inMs(passedMs))
      const [again] = retried
      if (!again) break
      delays.push(again.delaySeconds ?? 0)
      passedMs += (again.delaySeconds ?? 0) * SECOND_MS
    }
    expect(delays).toHaveLength(MAX_ATTEMPTS - 1)
    expect(delays.slice(0, 4)).toEqual([5, 10, 20, 40])
    for (const [at, delay] of delays.entries()) expect(delay).toBeGreaterThanOrEqual(delays[at - 1] ?? 0)
    expect(await job.row()).toMatchObject({ status: 'dead', attempts: MAX_ATTEMPTS })

    const [shown] = (await ours.owner.caller.jobs.dead.query()).filter(({ id }) => id === job.jobId)
    expect(shown).toMatchObject({ kind: 'file_message', lastError: 'Something went wrong on our side.' })
    await expect(staff.caller.jobs.dead.query()).rejects.toThrow('Only an owner')
    await expect(staff.caller.jobs.retry.mutate({ id: job.jobId })).rejects.toThrow('Only an owner')
    expect(await theirs.owner.caller.jobs.dead.query()).toEqual([])
    await expect(theirs.owner.caller.jobs.retry.mutate({ id: job.jobId })).rejects.toThrow('does not exist')

    await job.putRaw()
    await ours.owner.caller.jobs.retry.mutate({ id: job.jobId })
    await isDone(job)
    expect(await job.messages()).toHaveLength(1)
    expect(await ours.owner.caller.jobs.dead.query()).toEqual([])
    await expect(ours.owner.caller.jobs.retry.mutate({ id: job.jobId })).rejects.toThrow('does not exist')
  })

  it('is not tried again before its time, whoever delivers it', async () => {
    const job = await newJob(ours, { isThere: false })
    await deliver([job.body])
    await job.putRaw()
    expect((await deliver([job.body])).acked).toHaveLength(1)
    await scheduled()
    expect(await job.row()).toMatchObject({ status: 'waiting', attempts: 1 })
    await deliver([job.body], inMs(MINUTE_MS))
    expect(await job.row()).toMatchObject({ status: 'done', attempts: 2, last_error: null })
  })

  it('is dead at once where it was refused, and says why', async () => {
    const job = await newJob(ours, { job: { kind: 'file_message', inboundId: 'gone' } })
    expect((await deliver([job.body])).acked).toHaveLength(1)
    expect(await job.row()).toMatchObject({
      ...{ status: 'dead', attempts: 1 },
      last_error: 'The delivery that this job is about does not exist.',
    })
  })

  it('is dead where every attempt took its worker down before it could be recorded', async () => {
    const job = await newJob(ours, { attempts: MAX_ATTEMPTS, leasedUntil: new Date(0) })
    expect((await deliver([job.body])).acked).toHaveLength(1)
    expect(await job.row()).toMatchObject({ status: 'dead', last_error: 'This job never came to an end.' })
    expect(await job.messages()).toEqual([])
  })
})

describe('the sweep', () => {
  it('sends what was lost on its way to the queue, of every office', async () => {
    const lost = await Promise.all([newJob(ours), newJob(theirs), newJob(ours), newJob(theirs)])
    await scheduled()
    await Promise.all(lost.map(isDone))
    for (const job of lost) expect(await job.messages()).toHaveLength(1)
  })

  it('sends it although clearing away fails', async () => {
    const lost = await newJob(ours)
    const broken = {
      delete: () => {
        throw new Error('The directory is away.')
      },
    } as unknown as Db
    await expect(sweep(contextWith({ directory: broken }))).rejects.toThrow('is away')
    await isDone(lost)
  })

  it('sends again what a killed worker had claimed, once its lease is over', async () => {
    const job = await newJob(ours)
    const leaseMs = 1000
    await claimJob(job.db, job.officeId, job.jobId, new Date(), new Date(Date.now() + leaseMs))
    expect((await deliver([job.body])).acked).toHaveLength(1)
    await scheduled()
    expect(await job.row()).toMatchObject({ status: 'waiting', attempts: 1 })
    await new Promise((resolve) => setTimeout(resolve, leaseMs))
    await scheduled()
    await isDone(job)
    expect(await job.row()).toMatchObject({ attempts: 2 })
    expect(await job.messages()).toHaveLength(1)
  })

  it('clears away what was done long ago, and keeps what is dead', async () => {
    const longAgo = new Date(Date.now() - 8 * DAY_MS)
    const done = await newJob(ours, { status: 'done', finishedAt: longAgo })
    const dead = await newJob(ours, { status: 'dead', createdAt: longAgo })
    await scheduled()
    expect(await done.row()).toBeUndefined()
    expect(await dead.row()).toMatchObject({ status: 'dead' })
  })
})

describe('the queue of what was delivered too often', () => {
  it('forgets the message, not the job: the sweep sends it anew', async () => {
    const job = await newJob(ours)
    expect((await deliver([job.body], contextWith(), 'foyer-dead-jobs')).acked).toHaveLength(1)
    expect(await job.row()).toMatchObject({ status: 'waiting', attempts: 0 })
    await scheduled()
    await isDone(job)
  })
})
