import type { z } from 'zod'
import type { OfficeCtx } from '../../context.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { Slots, SlotsAsked } from './input.ts'
import { readPolicy } from './read-policy.ts'
import { daysOf, rangeOf } from './rules/days.ts'

type Needs = Pick<OfficeCtx, 'db' | 'directory' | 'officeId' | 'office' | 'now' | 'diary'>

/** The free times of a service, day by day in the viewer's zone. Read from the desk, so that what is offered is free. */
export async function findSlots(
  needs: Needs,
  input: z.infer<typeof SlotsAsked>,
  isOffered: (service: { isPublic: boolean }) => boolean = () => true,
  asCustomer = false,
): Promise<z.infer<typeof Slots>> {
  const policy = await readPolicy(needs)
  const service = policy.services.find(({ id, isOpen }) => id === input.serviceId && isOpen)
  if (!service || !isOffered(service)) throw notFound('service')
  const { staffId, from: first, days, timeZone: viewerTimeZone, exceptId } = input
  if (staffId !== null && !policy.staff.some(({ id }) => id === staffId)) throw notFound('member')
  const asked = { first, days, viewerTimeZone, staffIds: staffId === null ? [] : [staffId] }
  const view = await needs.diary.view(policy, { serviceId: service.id, ...rangeOf(asked), exceptId, asCustomer })
  const found = daysOf(policy, service, view, { ...asked, now: needs.now().getTime() })
  return {
    days: found.map(({ date, offers, why }) => ({
      date,
      slots: offers.map(({ startsAt, staffIds }) => ({ startsAt: new Date(startsAt), staffIds })),
      why,
    })),
  }
}
