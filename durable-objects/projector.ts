import { rewriteClaims } from '../db/queries/appointment-claims.ts'
import { project } from '../db/queries/diary.ts'
import { projectedSums, projectedVersions } from '../db/queries/projected.ts'
import type { Db } from '../db/schema/index.ts'
import type { Projected } from '../worker/kernel/diary.ts'
import type { OfficeId } from '../worker/kernel/ids.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../worker/kernel/time.ts'
import { claimsOf, liveFrom } from './day/claim-rows.ts'
import { daySums, entriesFrom, entryOf, keepEntry } from './day/entries.ts'
import { forget, keep, keptAt } from './day/kept.ts'
import { hasLeft, isWaiting, leave, waiting } from './day/outbox.ts'

const FIRST_DELAY_MS = SECOND_MS
const LONGEST_DELAY_MS = 5 * MINUTE_MS
/** A database that does not answer for so long is taken to be down; its late write is recognised by its version. */
const PATIENCE_MS = 10 * SECOND_MS
/** How far back appointments are still compared: older ones change no more. */
const COMPARED_DAYS = 35

/** In the small hours of UTC, when few offices are open. */
const NIGHT_HOUR_MS = 3 * HOUR_MS
const nextNight = (now: number) => (Math.floor((now - NIGHT_HOUR_MS) / DAY_MS) + 1) * DAY_MS + NIGHT_HOUR_MS

type Where = { db: Db; officeId: OfficeId }
type Ports = {
  /** The office's database; null while no request has told which. */
  open: () => Where | null
  now: () => number
  /** Called after each change that reached the database. */
  done: (officeId: OfficeId, projected: Projected) => void
}

/** Carries what the diary decided into the database: once after the decision, and again until it is there. */
export class Projector {
  readonly #sql: SqlStorage
  readonly #ports: Ports
  #running: Promise<void> | null = null

  constructor(sql: SqlStorage, ports: Ports) {
    this.#sql = sql
    this.#ports = ports
  }

  /** Writes all that waits, in its order. One at a time: a second writer would bring it out of order. */
  drain(): Promise<void> {
    this.#running ??= this.#run()
    return this.#running
  }

  /** When something is due next: another attempt while changes wait, or the nightly comparison. */
  dueAt(): number | null {
    const now = this.#ports.now()
    const again = isWaiting(this.#sql) ? (keptAt(this.#sql, 'drain')?.at ?? now + FIRST_DELAY_MS) : null
    const compared = keptAt(this.#sql, 'reconcile')?.at ?? null
    return again === null || compared === null ? (again ?? compared) : Math.min(again, compared)
  }

  /** The nightly comparison, once for each day on which something changed. */
  async reconcileIfDue(): Promise<void> {
    const due = keptAt(this.#sql, 'reconcile')
    if (!due || due.at > this.#ports.now()) return
    await this.reconcile()
    forget(this.#sql, 'reconcile')
  }

  async #run(): Promise<void> {
    // So that it never ends before it is known to run; after the last look at what waits nothing is awaited.
    await Promise.resolve()
    try {
      const where = this.#ports.open()
      for (;;) {
        const [next] = waiting(this.#sql, 1)
        if (!next || !where) return
        await inTime(this.#write(where, next.projected))
        hasLeft(this.#sql, next.seq)
        forget(this.#sql, 'drain')
        if (!keptAt(this.#sql, 'reconcile')) keep(this.#sql, 'reconcile', nextNight(this.#ports.now()))
        this.#ports.done(where.officeId, next.projected)
      }
    } catch (error) {
      const attempts = Number(keptAt(this.#sql, 'drain')?.content ?? 0) + 1
      const delay = Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), LONGEST_DELAY_MS)
      keep(this.#sql, 'drain', this.#ports.now() + delay, String(attempts))
      // biome-ignore lint/suspicious/noConsole: the console is where a Worker's log is collected
      console.log(JSON.stringify({ level: 'fault', event: 'appointment_not_projected', attempts, ...nameOf(error) }))
    } finally {
      this.#running = null
    }
  }

  async #write(where: Where, projected: Projected): Promise<void> {
    const write = () => project(where.db, where.officeId, projected, new Date(this.#ports.now()))
    if ((await write()) === 'written') return
    await this.#rewriteAround(where, projected)
    if ((await write()) === 'clash') throw new Error('The database has claims that cannot be put right.')
  }

  /** The database refused an overlap that the desk does not know: its copy of those days is made anew. */
  async #rewriteAround({ db, officeId }: Where, { claims }: Projected): Promise<void> {
    const from = Math.min(...claims.map(({ startsAt }) => startsAt)) - DAY_MS
    const to = Math.max(...claims.map(({ endsAt }) => endsAt)) + DAY_MS
    await rewriteClaims(db, officeId, new Date(from), new Date(to), liveFrom(this.#sql, from, to))
  }

  /** Compares the appointments of each day with the database's, and leaves those of days that differ once more. */
  async reconcile(): Promise<{ days: number; left: number }> {
    const where = this.#ports.open()
    if (!where) return { days: 0, left: 0 }
    await this.drain()
    const from = Math.floor(this.#ports.now() / DAY_MS - COMPARED_DAYS) * DAY_MS
    const theirs = new Map((await projectedSums(where.db, where.officeId, new Date(from))).map((sum) => [sum.day, sum]))
    const ours = new Map(daySums(this.#sql, from).map((sum) => [sum.day, sum]))
    const days = [...new Set([...theirs.keys(), ...ours.keys()])].filter((day) => {
      const [one, other] = [ours.get(day), theirs.get(day)]
      return one?.count !== other?.count || one?.versions !== other?.versions
    })
    let left = 0
    for (const day of days) left += await this.#tellAgain(where, day * DAY_MS, (day + 1) * DAY_MS)
    await this.drain()
    return { days: days.length, left }
  }

  /** Leaves every appointment that starts in [from, to) for the database once more. */
  async #tellAgain({ db, officeId }: Where, from: number, to: number): Promise<number> {
    const ids = entriesFrom(this.#sql, from, to).map(({ id }) => id)
    const there = await projectedVersions(db, officeId, ids)
    for (const id of ids) {
      // Read anew: it may have changed while the database was asked.
      const known = entryOf(this.#sql, id)
      if (!known || there.get(id) === known.entry.version) continue
      // After the object was set back in time the database is ahead of it, and would take the truth for an old tale.
      const entry = { ...known.entry, version: Math.max(known.entry.version, (there.get(id) ?? 0) + 1) }
      if (entry.version !== known.entry.version) keepEntry(this.#sql, entry, known.before)
      const owners = [id, ...(entry.session ? [entry.session.id] : [])]
      leave(this.#sql, { entry, claims: owners.flatMap((owner) => claimsOf(this.#sql, owner)), told: null })
    }
    return ids.length
  }

  /** Leaves every appointment there is for the database once more, after it lost them. */
  async rebuild(): Promise<{ left: number }> {
    const where = this.#ports.open()
    if (!where) return { left: 0 }
    const left = await this.#tellAgain(where, 0, Number.MAX_SAFE_INTEGER)
    await this.drain()
    return { left }
  }
}

/** Without its message: a database quotes the values it refused. */
const nameOf = (error: unknown) => ({ error: error instanceof Error ? error.name : typeof error })

async function inTime(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database did not answer in time.')), PATIENCE_MS)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
