import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import {
  appointmentById,
  archiveAppointment,
  insertAppointment,
  listAppointments,
  nextAppointment,
} from '../../db/queries/appointments.ts'
import { insertContact } from '../../db/queries/contacts.ts'
import { insertConversation } from '../../db/queries/conversations.ts'
import { appointment, at, contact, conversation, ours, theirs } from './rows.ts'
import { everythingOf, fateOf, run, testDatabase, writeInBoth } from './two-offices.ts'

const all = { contactId: null, from: at(0), limit: 99 }
const agreed = (seconds: number) => ({ status: 'confirmed' as const, startsAt: at(seconds), endsAt: at(seconds + 1) })

const database = testDatabase((db) =>
  writeInBoth(db, (db, officeId) => [
    insertContact(db, contact(officeId, 'c1', { name: 'Ann' })),
    insertAppointment(db, appointment(officeId, 'x1', { ...agreed(5), contactId: 'c1' })),
  ]),
)
const ids = (rows: { appointment: { id: string } }[]) => rows.map((row) => row.appointment.id)

describe(`appointments on ${dialect}`, () => {
  it('lists what has no time yet first, then what lies ahead by time, and nothing that is over', async () => {
    const { db } = database
    await run(
      insertAppointment(db, appointment(ours, 'wanted b', { wantedOn: '2026-03-09' })),
      insertAppointment(db, appointment(ours, 'wanted a')),
      insertAppointment(db, appointment(ours, 'asked for a past time', { startsAt: at(-9) })),
      insertAppointment(db, appointment(ours, 'now', agreed(0))),
      insertAppointment(db, appointment(ours, 'over', agreed(-1))),
      insertAppointment(db, appointment(ours, 'archived', { ...agreed(9), archivedAt: at(1) })),
    )
    const order = ['wanted a', 'wanted b', 'asked for a past time', 'now', 'x1']
    expect(ids(await listAppointments(db, ours, all))).toEqual(order)
    expect(ids(await listAppointments(db, ours, { ...all, limit: 1 }))).toEqual(['wanted a'])
    expect(ids(await listAppointments(db, ours, { ...all, contactId: 'c1' }))).toEqual(['x1'])
  })

  it('keeps both ends to the millisecond, and names the contact of the same office', async () => {
    const { db } = database
    const [row] = await listAppointments(db, ours, all)
    expect(row).toMatchObject({ contactName: 'Ann', appointment: { startsAt: at(5), endsAt: at(6), wantedOn: null } })
  })

  it('knows a contact’s next appointment: neither a cancelled, a past, an archived nor another’s', async () => {
    const { db } = database
    const cancelled = { ...agreed(1), status: 'cancelled' as const, contactId: 'c1' }
    await run(
      insertAppointment(db, appointment(ours, 'cancelled', cancelled)),
      insertAppointment(db, appointment(ours, 'past', { ...agreed(-1), contactId: 'c1' })),
      insertAppointment(db, appointment(ours, 'archived', { ...agreed(1), contactId: 'c1', archivedAt: at(0) })),
      insertAppointment(db, appointment(ours, 'nobody’s', agreed(1))),
      insertAppointment(db, appointment(theirs, 'theirs', { ...agreed(1), contactId: 'c1' })),
    )
    expect((await nextAppointment(db, ours, 'c1', at(0)))?.id).toBe('x1')
    expect((await nextAppointment(db, theirs, 'c1', at(0)))?.id).toBe('theirs')
    expect(await nextAppointment(db, ours, 'c1', at(6))).toBeNull()
  })

  it('neither finds nor changes what is another office’s', async () => {
    const { db } = database
    await insertAppointment(db, appointment(theirs, 'secret'))
    const before = await everythingOf(db, theirs)
    expect(await appointmentById(db, ours, 'secret')).toBeNull()
    expect(ids(await listAppointments(db, ours, all))).toEqual(['x1'])
    await archiveAppointment(db, ours, 'secret', at(9))
    await archiveAppointment(db, ours, 'x1', at(9))
    expect(await appointmentById(db, ours, 'x1')).toBeNull()
    expect(await everythingOf(db, theirs)).toEqual(before)
  })

  it('refuses to refer to a contact or conversation of another office', async () => {
    const { db } = database
    await insertContact(db, contact(theirs, 'c2'))
    await insertConversation(db, conversation(theirs, 'v2'))
    expect(await fateOf(insertAppointment(db, appointment(ours, 'x2', { contactId: 'c2' })))).toBe('refused')
    expect(await fateOf(insertAppointment(db, appointment(ours, 'x2', { conversationId: 'v2' })))).toBe('refused')
  })
})
