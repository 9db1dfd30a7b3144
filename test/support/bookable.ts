import { DAY_MS } from '../../worker/kernel/time.ts'
import { BERLIN, MONDAY, weekdays } from './berlin-days.ts'
import { ownerWithOffice, type Person } from './people.ts'
import { type ServiceFields, service } from './service-fields.ts'

/** An office that is open on weekdays from nine to five, with a haircut that its owner does. */
export async function bookableOffice(more: Partial<ServiceFields> = {}) {
  const { owner, officeId, slug } = await ownerWithOffice()
  const { members } = await owner.caller.office.members.query()
  const ownerId = members[0]!.userId
  await owner.caller.hours.setWeek.mutate({ userId: null, windows: weekdays('09:00', '17:00') })
  const { id: serviceId } = await owner.caller.services.add.mutate(service({ staffIds: [ownerId], ...more }))
  const book = (
    startsAt: string,
    others: Partial<Parameters<Person['caller']['appointments']['book']['mutate']>[0]> = {},
  ) =>
    owner.caller.appointments.book.mutate({
      key: crypto.randomUUID(),
      serviceId,
      startsAt,
      timeZone: BERLIN,
      ...others,
    })
  const slotsOn = async (
    daysLater = 0,
    others: Partial<Parameters<Person['caller']['appointments']['slots']['query']>[0]> = {},
  ) => {
    const from = new Date(Date.parse(MONDAY) + daysLater * DAY_MS).toISOString().slice(0, 10)
    const { days } = await owner.caller.appointments.slots.query({
      serviceId,
      from,
      days: 1,
      timeZone: BERLIN,
      ...others,
    })
    return days[0]!
  }
  return { owner, caller: owner.caller, officeId, slug, ownerId, serviceId, book, slotsOn }
}
export type Bookable = Awaited<ReturnType<typeof bookableOffice>>

/** What a refused call says, with the other times that it was offered. */
export async function refusalOf(call: Promise<unknown>) {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Error)) throw new Error('It was not refused.')
  const data = 'data' in error ? (error.data as { code?: string; alternatives?: { startsAt: number }[] | null }) : {}
  return { message: error.message, code: data.code, alternatives: data.alternatives ?? null }
}
