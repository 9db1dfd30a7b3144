import { DAY_MS } from '../../worker/kernel/time.ts'
import { BERLIN, MONDAY, weekdays } from './berlin-days.ts'
import { type RemotePerson, signUpAt } from './remote-people.ts'

type Services = RemotePerson['caller']['services']
type Fields = Parameters<Services['add']['mutate']>[0]
type Booking = Parameters<RemotePerson['caller']['appointments']['book']['mutate']>[0]

const PATIENCE = 100
const PAUSE_MS = 100

/** The date so many days after the Monday that the tests book on. */
export const dayAfter = (days: number) => new Date(Date.parse(MONDAY) + days * DAY_MS).toISOString().slice(0, 10)

/** Hours from nine to five on weekdays, a haircut, a colour, a chair, and how to book them at a running server. */
export async function diaryAt({ caller }: RemotePerson, more: Partial<Fields> = {}) {
  const { members } = await caller.office.members.query()
  const ownerId = members[0]!.userId
  const others = members.slice(1).map(({ userId }) => userId)
  await caller.hours.setWeek.mutate({ userId: null, windows: weekdays('09:00', '17:00') })
  const staffIds = members.map(({ userId }) => userId)
  const { id: haircut } = await caller.services.add.mutate({
    name: 'Haircut',
    lengthMinutes: 60,
    everyMinutes: 15,
    colour: 'teal',
    staffIds,
    ...more,
  })
  const { id: colouring } = await caller.services.add.mutate({
    name: 'Colour',
    lengthMinutes: 120,
    everyMinutes: 15,
    colour: 'grape',
    staffIds: [ownerId],
  })
  const { id: chair } = await caller.resources.add.mutate({ kind: 'chair', name: 'Window chair' })
  const book = (startsAt: string, booking: Partial<Booking> = {}) =>
    caller.appointments.book.mutate({
      ...{ key: crypto.randomUUID(), serviceId: haircut, startsAt, timeZone: BERLIN, staffIds: [ownerId] },
      ...booking,
    })
  const person = (name: string, phone: string | null = null) =>
    caller.contacts.create.mutate({ name, email: null, phone })
  const read = (id: string) => caller.appointments.byId.query({ id })
  return { ownerId, others, haircut, colouring, chair, book, person, read }
}

/** Somebody who works there as well, with a session of their own. */
export async function colleagueOf(
  owner: RemotePerson,
  name: string,
  role: 'staff' | 'viewer' = 'staff',
): Promise<RemotePerson> {
  const colleague = await signUpAt(owner.url, name)
  await owner.caller.office.invite.mutate({ email: colleague.email, role })
  const mails = async () => (await owner.caller.office.sentLocally.query()) ?? []
  for (let tries = 0; tries < PATIENCE; tries += 1) {
    const mail = (await mails()).find(({ to }) => to === colleague.email)
    const token = mail?.text.match(/token=([^\s&]+)/)?.[1]
    if (token) {
      await colleague.caller.office.acceptInvitation.mutate({ token: decodeURIComponent(token) })
      return colleague
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  throw new Error(`No invitation came for ${name}.`)
}
