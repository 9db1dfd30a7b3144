import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import { insertAppointment } from '../../db/queries/appointments.ts'
import {
  agreeByMessage,
  appointmentsAhead,
  customerMessageById,
  customerMessagesOf,
  dueCustomerMessages,
  insertCustomerMessage,
  insertSendJob,
  moveCustomerMessage,
  planCustomerMessage,
  removePlannedMessage,
  troubledMessages,
} from '../../db/queries/customer-messages.ts'
import { jobById } from '../../db/queries/outbox.ts'
import { removeFromDirectory } from '../../db/queries/remove-office.ts'
import { noteTexted, startTexts, stopTexts, textNumber } from '../../db/queries/text-numbers.ts'
import type { MessageState } from '../../worker/features/customer-messages/rules/delivery.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { appointment, at, ours, theirs } from './rows.ts'
import { everythingOf, run, testDatabase, writeInBoth } from './two-offices.ts'

const message = (officeId: OfficeId, id: string, state: MessageState, dueSeconds: number) => ({
  ...{ officeId, id, appointmentId: 'x1', stepKey: 'reminder', event: 'reminder' as const, channel: 'email' as const },
  ...{ startsAt: at(100), dueAt: at(dueSeconds), state, createdAt: at(0) },
})
const database = testDatabase((db) =>
  writeInBoth(db, (db, officeId) => [
    insertCustomerMessage(db, message(officeId, 'planned', 'planned', 10)),
    insertCustomerMessage(db, message(officeId, 'sent', 'sent', 1)),
    insertCustomerMessage(db, message(officeId, 'failed', 'failed', 2)),
  ]),
)
const stateOf = async (id: string) => (await customerMessageById(database.db, ours, id))?.state

describe(`messages to customers on ${dialect}`, () => {
  it('are written down once, and listed by the time at which they are due', async () => {
    const { db } = database
    await run(insertCustomerMessage(db, message(ours, 'sent', 'planned', 50)))
    const rows = await customerMessagesOf(db, ours, 'x1', 9)
    expect(rows.map(({ id, state }) => [id, state])).toEqual([
      ['sent', 'sent'],
      ['failed', 'failed'],
      ['planned', 'planned'],
    ])
    expect(await customerMessagesOf(db, ours, 'other', 9)).toEqual([])
    expect((await troubledMessages(db, ours, at(0), 9)).map(({ id }) => id)).toEqual(['failed'])
    expect(await troubledMessages(db, ours, at(3), 9)).toEqual([])
  })

  it('that are due are found in all offices, the longest due first, and none before its time', async () => {
    const { db } = database
    await run(insertCustomerMessage(db, message(ours, 'earlier', 'planned', 5)))
    expect(await dueCustomerMessages(db, at(4), 9)).toEqual([])
    const due = await dueCustomerMessages(db, at(10), 9)
    expect(due.map(({ officeId, id }) => [officeId, id])).toEqual([
      [ours, 'earlier'],
      ...[ours, theirs].toSorted().map((officeId) => [officeId, 'planned']),
    ])
    expect(await dueCustomerMessages(db, at(10), 1)).toHaveLength(1)
  })

  it('are planned anew or dropped only while they are planned or were left out', async () => {
    const { db } = database
    const theirsBefore = await everythingOf(db, theirs)
    await run(...['planned', 'sent'].map((id) => planCustomerMessage(db, ours, id, at(77))))
    expect((await customerMessageById(db, ours, 'planned'))?.dueAt).toEqual(at(77))
    expect((await customerMessageById(db, ours, 'sent'))?.dueAt).toEqual(at(1))
    await run(...['planned', 'sent'].map((id) => removePlannedMessage(db, ours, id)))
    expect([await stateOf('planned'), await stateOf('sent')]).toEqual([undefined, 'sent'])
    expect(await everythingOf(db, theirs)).toEqual(theirsBefore)
  })

  it('move on from the state they were in, and no other', async () => {
    const { db } = database
    expect(await moveCustomerMessage(db, ours, 'planned', ['queued'], { state: 'sent' })).toEqual([])
    expect(await moveCustomerMessage(db, ours, 'planned', ['planned'], { state: 'queued' })).toHaveLength(1)
    await run(agreeByMessage(db, ours, 'planned', at(5)))
    expect(await customerMessageById(db, ours, 'planned')).toMatchObject({ state: 'queued', agreedAt: at(5) })
    expect(await customerMessageById(db, theirs, 'planned')).toMatchObject({ state: 'planned', agreedAt: null })
  })

  it('have one job each, however often it is left', async () => {
    const { db } = database
    const job = { kind: 'send_customer_message' as const, messageId: 'planned', sending: 1, isAsked: false }
    const row = { officeId: ours, id: 'planned.1', job, dueAt: at(1), createdAt: at(1) }
    await run(insertSendJob(db, row), insertSendJob(db, { ...row, dueAt: at(2) }))
    expect(await jobById(db, ours, 'planned.1')).toMatchObject({ dueAt: at(1), job })
  })

  it('are planned for what is agreed and lies ahead, page by page', async () => {
    const { db } = database
    const agreed = (id: string, seconds: number) =>
      insertAppointment(
        db,
        appointment(ours, id, { status: 'confirmed', startsAt: at(seconds), endsAt: at(seconds + 1) }),
      )
    await run(agreed('a', 5), agreed('b', 6), agreed('over', -5))
    await run(insertAppointment(db, appointment(ours, 'wish')))
    expect(await appointmentsAhead(db, ours, { now: at(0), after: '', limit: 1 })).toEqual(['a'])
    expect(await appointmentsAhead(db, ours, { now: at(0), after: 'a', limit: 9 })).toEqual(['b'])
    expect(await appointmentsAhead(db, theirs, { now: at(0), after: '', limit: 9 })).toEqual([])
  })
})

describe(`a number that texts were sent to on ${dialect}`, () => {
  it('belongs to the office that wrote last; who wants none is remembered beyond an office', async () => {
    const { db } = database
    await noteTexted(db, '+1', ours, 'm1')
    await noteTexted(db, '+1', theirs, 'm2')
    expect(await textNumber(db, '+1')).toMatchObject({ lastOfficeId: theirs, lastMessageId: 'm2', stoppedAt: null })
    await stopTexts(db, '+1', at(1))
    await stopTexts(db, '+1', at(2))
    await noteTexted(db, '+1', ours, 'm3')
    await removeFromDirectory(db, ours)
    expect(await textNumber(db, '+1')).toMatchObject({ lastOfficeId: null, lastMessageId: null, stoppedAt: at(1) })
    await startTexts(db, '+1')
    expect(await textNumber(db, '+1')).toMatchObject({ stoppedAt: null })
    await stopTexts(db, '+2', at(3))
    expect(await textNumber(db, '+2')).toMatchObject({ lastOfficeId: null, stoppedAt: at(3) })
  })
})
