import { describe, expect, it } from 'vitest'
import { readDashboard } from '../../worker/features/dashboard/read-dashboard.ts'
import { insideOf } from '../support/inside.ts'
import { inboxOf, postMail, understood } from '../support/mails.ts'
import { ownerWithOffice } from '../support/people.ts'
import { rawMail } from '../support/raw-mail.ts'

describe('the dashboard', () => {
  it('counts enquiries, answers, deals and tasks of its own office, and lists what each number counts', async () => {
    const { owner, officeId } = await ownerWithOffice()
    const other = await ownerWithOffice()
    const { dashboard, deals, tasks, inbox } = owner.caller
    const text = 'Hello, may I book an appointment for a haircut on Friday at 3pm? Thank you, Ann'
    await postMail(await inboxOf(owner), rawMail({ subject: 'Haircut', text }))
    const { id } = await understood(owner, 'Haircut')
    const before = await dashboard.read.query({ days: 7 })
    expect(before.enquiries).toHaveLength(7)
    expect(before.enquiries.at(-1)!.count).toBe(1)
    expect(before.answers.find(({ answer }) => answer === 'waiting')!.count).toBe(1)
    await inbox.writeReply.mutate({ conversationId: id, text: 'Yes.' })
    const soon = await dashboard.read.query({ days: 30 })
    expect(soon.answers.find(({ answer }) => answer === 'hour')!.count).toBe(1)
    const { from, until } = soon.enquiries.at(-1)!
    const enquiries = { days: 30 as const, show: 'enquiries' as const, from, until }
    expect((await dashboard.counted.query(enquiries)).map((row) => row.id)).toEqual([id])
    const answers = { days: 30 as const, show: 'answers' as const, answer: 'hour' as const }
    expect((await dashboard.counted.query(answers)).map((row) => row.title)).toEqual(['Haircut'])
    expect(await other.owner.caller.dashboard.counted.query(answers)).toEqual([])

    const { columns } = await deals.board.query()
    await deals.create.mutate({ title: 'Open', amount: '100', contactId: null, expectedOn: '2027-01-31' })
    const won = await deals.create.mutate({ title: 'Won', amount: '70', contactId: null })
    await deals.move.mutate({
      id: won.id,
      version: 1,
      stageId: columns.find(({ stage }) => stage.kind === 'won')!.stage.id,
    })
    await tasks.create.mutate({ title: 'Late', dueOn: '2020-01-01', contactId: null })
    const after = await dashboard.read.query({ days: 90 })
    expect(after.stages.some(({ currency, amountMinor }) => currency === 'EUR' && amountMinor === 10_000)).toBe(true)
    expect(after.forecast).toContainEqual(expect.objectContaining({ month: '2027-01', likelyMinor: 2_000 }))
    expect(after.closed).toEqual([{ kind: 'won', currency: 'EUR', deals: 1, amountMinor: 7_000 }])
    expect((await dashboard.counted.query({ days: 90, show: 'won' })).map((row) => row.title)).toEqual(['Won'])
    expect(after.tasks.find(({ due }) => due === 'overdue')!.count).toBe(1)
    expect(after.unattended).toBe(await owner.caller.unattended.count.query())
    const none = await other.owner.caller.dashboard.read.query({ days: 7 })
    expect(none.enquiries.every(({ count }) => count === 0) && none.stages.length === 0).toBe(true)
    // Three months on, they lie outside of the range.
    const now = () => new Date(Date.now() + 100 * 86_400_000)
    const later = await readDashboard(await insideOf(officeId, { now }), { days: 90 })
    expect(later.closed).toEqual([])
    expect(later.enquiries.every(({ count }) => count === 0)).toBe(true)
  })
})
