import { env } from 'cloudflare:workers'
import type { Policy, ServiceRules } from '../../worker/features/appointments/rules/policy.ts'
import type { DiaryAnswer } from '../../worker/kernel/diary.ts'
import type { BookRequest, KeepRequest, Wanted } from '../../worker/kernel/diary-requests.ts'
import { OfficeId } from '../../worker/kernel/ids.ts'
import { DAY_MS, HOUR_MS } from '../../worker/kernel/time.ts'

/** Midnight of a day two weeks ahead, in UTC, in which the tests' offices are open all day. */
export const DAY = (Math.floor(Date.now() / DAY_MS) + 14) * DAY_MS
export const hour = (n: number) => DAY + n * HOUR_MS

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, start: '00:00', end: '24:00' }))
export const person = (id: string) => ({ id, name: id, timeZone: 'UTC', hours: EVERY_DAY, dateHours: [] })
export const cut = (more: Partial<ServiceRules> = {}): ServiceRules => ({
  ...{ id: 'cut', name: 'Cut', isOpen: true, lengthMinutes: 60, everyMinutes: 15, noticeMinutes: 0, horizonDays: 60 },
  ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 0, mostPerDay: null, mostPerWeek: null, needs: 'any' as const },
  ...{ staffIds: ['anna'], resources: [], seats: 1, isPublic: true, needsApproval: false, cutOffMinutes: 60 },
  ...more,
})

/** The desk of an office that lives in the first database and has no row there but what the desk writes. */
export function deskWith(services: ServiceRules[] = [cut()], more: Partial<Policy> = {}) {
  const officeId = OfficeId.parse(crypto.randomUUID())
  const desk = env.DESK.getByName(officeId)
  const base: Omit<Policy, 'readAt'> = {
    office: { id: officeId, shard: 0, timeZone: 'UTC' },
    staff: ['anna', 'ben', 'cleo'].map(person),
    services,
    resources: [],
    ...more,
  }
  const policy = (changes: Partial<Policy> = {}): Policy => ({ readAt: Date.now(), ...base, ...changes })
  const wanted = (startsAt: number, more: Partial<Wanted> = {}): Wanted => ({
    ...{ serviceId: services[0]!.id, staffIds: [], resourceIds: [], startsAt, endsAt: null },
    ...{ viewerTimeZone: 'UTC', override: false },
    ...more,
  })
  const asked = { by: { kind: 'member', userId: 'm' } as const, asCustomer: false }
  const bookRequest = (
    id: string,
    startsAt: number,
    more: Partial<Wanted> = {},
    key: string = crypto.randomUUID(),
  ): BookRequest => ({
    ...asked,
    verb: 'book',
    key,
    appointmentId: id,
    kind: 'appointment',
    title: `Cut ${id}`,
    wanted: wanted(startsAt, more),
    about: { contactId: null, conversationId: null, note: null, answers: [], guest: null, source: 'member' },
  })
  const changing = (id: string, version: number | null) => ({
    ...asked,
    key: crypto.randomUUID(),
    appointmentId: id,
    version,
  })
  return {
    desk,
    officeId,
    policy,
    wanted,
    bookRequest,
    book: async (...args: Parameters<typeof bookRequest>): Promise<DiaryAnswer> =>
      await desk.decide(policy(), bookRequest(...args)),
    customerBooks: async (...args: Parameters<typeof bookRequest>): Promise<DiaryAnswer> =>
      await desk.decide(policy(), { ...bookRequest(...args), by: { kind: 'customer' }, asCustomer: true }),
    move: async (
      id: string,
      startsAt: number,
      more: Partial<Wanted> = {},
      version: number | null = null,
    ): Promise<DiaryAnswer> =>
      await desk.decide(policy(), { ...changing(id, version), verb: 'move', wanted: wanted(startsAt, more) }),
    cancel: async (id: string, more: { asCustomer?: boolean; customerAsked?: boolean } = {}): Promise<DiaryAnswer> =>
      await desk.decide(policy(), { ...changing(id, null), verb: 'cancel', why: 'ill', customerAsked: false, ...more }),
    mark: async (id: string, status: 'confirmed' | 'arrived' | 'done' | 'no_show'): Promise<DiaryAnswer> =>
      await desk.decide(policy(), { ...changing(id, null), verb: 'mark', status }),
    takeBack: async (id: string, version: number): Promise<DiaryAnswer> =>
      await desk.decide(policy(), { ...changing(id, version), verb: 'take_back', version }),
    keep: async (id: string, startsAt: number, ms: number, more: Partial<KeepRequest['wanted']> = {}) =>
      await desk.keep(policy(), { appointmentId: id, wanted: wanted(startsAt, more), expiresAt: Date.now() + ms }),
    /** What the database says. */
    rows: async () =>
      (
        await env.DB.prepare('select * from appointments where office_id = ? order by starts_at, id')
          .bind(officeId)
          .all<{ id: string; status: string; starts_at: number; desk_version: number; staff_ids: string }>()
      ).results,
    claims: async () =>
      (
        await env.DB.prepare(
          'select * from appointment_claims where office_id = ? and is_live = 1 order by resource_id, starts_at',
        )
          .bind(officeId)
          .all<{ owner_id: string; resource_id: string; starts_at: number; ends_at: number }>()
      ).results,
    /** The database refuses whatever is written of this office, until it is let go. */
    async databaseDown(): Promise<() => Promise<unknown>> {
      const name = `down_${officeId.replaceAll('-', '')}`
      await env.DB.prepare(
        `create trigger ${name} before insert on appointments when new.office_id = '${officeId}' begin select raise(abort, 'down'); end`,
      ).run()
      return () => env.DB.prepare(`drop trigger ${name}`).run()
    },
  }
}
export type Office = ReturnType<typeof deskWith>

export const whyOf = (answer: { ok: true } | { ok: false; why: string }) => (answer.ok ? 'ok' : answer.why)
