import type { z } from 'zod'
import type { Ctx, OfficeCtx } from '../../context.ts'
import type { Entry } from '../../kernel/diary.ts'
import { notFound } from '../../kernel/refusal.ts'
import { shownEntry } from '../appointments/decided.ts'
import { findSlots } from '../appointments/find-slots.ts'
import { readPolicy } from '../appointments/read-policy.ts'
import { cutOffOf } from '../appointments/rules/next-status.ts'
import { officeContextOf } from '../office/open-office.ts'
import type { ManagedCancel, ManagedMove, ManagedSlotsAsked } from './input.ts'
import { readManageToken } from './manage-token.ts'
import { publicWords } from './show-office.ts'

/** An appointment that a link opened, in its office. */
export type Opened = { needs: OfficeCtx; entry: Entry }

/** Opens what a link names. A forged or an old one, and one of an appointment that is gone, are answered alike. */
export async function openManaged(ctx: Ctx, token: string): Promise<Opened> {
  const managed = await readManageToken(ctx.env.SECRET_KEY, token, ctx.now())
  const needs = managed && (await officeContextOf(ctx, managed.officeId))
  if (!needs) throw notFound('appointment')
  const entry = await needs.diary.read(managed.appointmentId)
  if (entry?.kind !== 'appointment') throw notFound('appointment')
  return { needs, entry }
}

/** What the customer sees of their appointment, and until when they may change it. It only looks. */
export async function showManaged({ needs, entry }: Opened) {
  const { services, staff } = await readPolicy(needs)
  const service = services.find(({ id }) => id === entry.serviceId)
  const until = cutOffOf(entry, service ?? { cutOffMinutes: 0 })
  const isOpen = entry.status === 'requested' || entry.status === 'confirmed'
  const { name, slug, timeZone } = needs.office
  const { phone, address } = publicWords(needs.office)
  return {
    office: { name, slug, timeZone, phone, address },
    id: entry.id,
    title: entry.title,
    /** Null where it is offered to customers no more, so that there are no other times to choose from. */
    serviceId: service?.isOpen && service.isPublic ? service.id : null,
    people: entry.staffIds.flatMap((id) => staff.find((person) => person.id === id)?.name ?? []),
    startsAt: new Date(entry.startsAt),
    endsAt: new Date(entry.endsAt),
    status: entry.status,
    version: entry.version,
    needsApproval: service?.needsApproval ?? false,
    expiresAt: entry.expiresAt === null ? null : new Date(entry.expiresAt),
    cancelled: entry.cancellation && { by: entry.cancellation.by, at: new Date(entry.cancellation.at) },
    isOver: needs.now().getTime() >= entry.startsAt,
    mayChange: isOpen && needs.now().getTime() <= until,
    mayChangeUntil: new Date(until),
    viewerTimeZone: entry.about.guest?.timeZone ?? timeZone,
  }
}

/** To when it could be moved: its own time counts as free. */
export async function managedSlots({ needs, entry }: Opened, input: z.infer<typeof ManagedSlotsAsked>) {
  const asked = { ...input, serviceId: entry.serviceId ?? '', exceptId: entry.id }
  const { days } = await findSlots(needs, asked, ({ isPublic }) => isPublic, true)
  return { days: days.map(({ date, slots, why }) => ({ date, starts: slots.map(({ startsAt }) => startsAt), why })) }
}

const asCustomer = { by: { kind: 'customer' }, asCustomer: true } as const

/** Moves it, within the office's rules for customers. */
export async function moveManaged({ needs, entry }: Opened, input: z.infer<typeof ManagedMove>) {
  const { key, staffId, startsAt, timeZone: viewerTimeZone } = input
  const staffIds = staffId === null ? [] : [staffId]
  const wanted = { staffIds, startsAt: startsAt.getTime(), endsAt: null, viewerTimeZone, override: false }
  const answer = await needs.diary.decide(await readPolicy(needs), {
    ...{ ...asCustomer, verb: 'move', key: `managed:${key}`, appointmentId: entry.id, version: null, wanted },
  })
  const moved = shownEntry(answer)
  return { status: moved.status, startsAt: moved.startsAt, endsAt: moved.endsAt }
}

/** Cancels it, within the office's rules for customers. Twice is fine. */
export async function cancelManaged({ needs, entry }: Opened, { why }: z.infer<typeof ManagedCancel>) {
  const answer = await needs.diary.decide(await readPolicy(needs), {
    ...{ ...asCustomer, verb: 'cancel', key: `managed:${crypto.randomUUID()}`, appointmentId: entry.id, version: null },
    ...{ why: why ?? '', customerAsked: true },
  })
  return { status: shownEntry(answer).status }
}
