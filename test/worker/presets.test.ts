import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { invitationToken } from '../../worker/features/office/invitation-token.ts'
import { OfficeId } from '../../worker/kernel/ids.ts'
import { officeOf, type Person, signUp } from '../support/people.ts'

let owner: Person
let other: Person
let officeId: string
beforeAll(async () => {
  owner = await signUp('Owner')
  other = await signUp('Other')
  ;({ officeId } = await officeOf(owner, 'Practice Lind'))
  await officeOf(other, 'Other Practice')
})

describe('the presets', () => {
  it('are applied for one office only, which then reads its word with the office', async () => {
    const { title } = await owner.caller.presets.setUp.mutate({ preset: 'dentist', withDemo: true })
    expect(title).toBe('Set up for the dentist')
    expect((await owner.caller.office.read.query()).words).toEqual({ one: 'Patient', many: 'Patients' })
    expect((await other.caller.office.read.query()).words).toEqual({ one: 'Contact', many: 'Contacts' })
    expect((await other.caller.presets.list.query()).current).toBeNull()
    expect((await other.caller.contacts.list.query({ text: 'Theo' })).rows).toEqual([])
    expect((await owner.caller.contacts.list.query({ text: 'Theo' })).rows).toHaveLength(1)
  })

  it('stand among the steps that can be taken back', async () => {
    const { rows } = await owner.caller.acts.list.query({ kinds: ['preset'] })
    expect(rows.map(({ title }) => title)).toEqual(['Set up for the dentist'])
  })

  it('are a matter of owners', async () => {
    for (const role of ['staff', 'viewer'] as const) {
      const member = await joined(role)
      expect((await member.caller.presets.list.query()).current?.key).toBe('dentist')
      const refused = 'Only an owner of the office may do this.'
      const { presets } = member.caller
      await expect(presets.preview.query({ preset: 'salon' })).rejects.toThrow(refused)
      await expect(presets.removal.query({ part: 'all' })).rejects.toThrow(refused)
      for (const change of [
        presets.setUp.mutate({ preset: 'salon', withDemo: false }),
        presets.remove.mutate({ part: 'all' }),
        presets.setWords.mutate({ one: 'Guest', many: 'Guests' }),
        member.caller.taskTemplates.remove.mutate({ id: 'x' }),
      ])
        await expect(change).rejects.toThrow(role === 'viewer' ? 'not change anything' : refused)
    }
  })
})

describe('a task from a template', () => {
  it('is made by any member who may change something, due in so many days, with its checklist', async () => {
    const staff = await joined('staff')
    const [template] = await staff.caller.taskTemplates.list.query()
    const { rows } = await staff.caller.contacts.list.query({ text: 'Theo' })
    const contactId = rows[0]!.id
    const made = await staff.caller.taskTemplates.use.mutate({ id: template!.id, contactId, dealId: null })
    const task = await staff.caller.tasks.byId.query({ id: made.id })
    expect(task).toMatchObject({ title: template!.title, contactId, priority: 'normal', version: 1 })
    expect(task.checklist.map(({ text, isDone }) => [text, isDone])[0]).toEqual(['Offer two times', false])
    const days = (Date.parse(task.dueOn!) - Date.now()) / 86_400_000
    expect(Math.abs(days - 180)).toBeLessThan(2)
    const { rows: lines } = await staff.caller.contacts.timeline.query({ id: contactId })
    expect(lines[0]).toMatchObject({ kind: 'task_created', title: template!.title })
    await staff.caller.acts.undo.mutate({ id: made.actId })
    await expect(staff.caller.tasks.byId.query({ id: made.id })).rejects.toThrow('does not exist')
  })

  it('hangs on the deal it was made for', async () => {
    const { deals } = await owner.caller.deals.list.query({})
    const [template] = await owner.caller.taskTemplates.list.query()
    const dealId = deals[0]!.id
    const { id } = await owner.caller.taskTemplates.use.mutate({ id: template!.id, contactId: null, dealId })
    expect((await owner.caller.tasks.list.query({ dealId })).map((task) => task.id)).toContain(id)
  })
})

describe('templates of one’s own', () => {
  it('are added, changed by the version that was seen, and removed, each with its undo', async () => {
    const { taskTemplates, acts } = owner.caller
    const fields = { title: 'Order gloves', daysAfter: 3, priority: 'high' as const, checklist: ['Small', 'Medium'] }
    await taskTemplates.add.mutate(fields)
    const mine = async () => (await taskTemplates.list.query()).find(({ title }) => title.startsWith('Order'))
    const first = await mine()
    expect(first).toMatchObject(fields)
    const { id, version } = first!
    await taskTemplates.change.mutate({ id, version, ...fields, title: 'Order masks' })
    await expect(taskTemplates.change.mutate({ id, version, ...fields })).rejects.toThrow('meanwhile')
    expect((await mine())?.title).toBe('Order masks')
    const { actId } = await taskTemplates.remove.mutate({ id })
    expect(await mine()).toBeUndefined()
    await acts.undo.mutate({ id: actId })
    expect((await mine())?.title).toBe('Order masks')
  })
})

describe('the word for people', () => {
  it('is changed by hand, taken back, and needs nothing to be the usual one again', async () => {
    const { presets, acts, office } = other.caller
    const words = async () => (await office.read.query()).words.many
    const { actId } = await presets.setWords.mutate({ one: 'Guest', many: 'Guests' })
    expect(await words()).toBe('Guests')
    await expect(presets.setWords.mutate({ one: 'Guest', many: 'Guests' })).resolves.toMatchObject({ actId: null })
    await acts.undo.mutate({ id: actId! })
    expect(await words()).toBe('Contacts')
    await presets.setWords.mutate({ one: 'Guest', many: 'Guests' })
    await presets.setWords.mutate({ one: 'Contact', many: 'Contacts' })
    expect(await words()).toBe('Contacts')
    const { rows } = await acts.list.query({ kinds: ['preset'] })
    expect(rows).toEqual([])
  })
})

async function joined(role: 'staff' | 'viewer'): Promise<Person> {
  const colleague = await signUp('Colleague')
  const { invitationId } = await owner.caller.office.invite.mutate({ email: colleague.email, role })
  const token = await invitationToken(env.SECRET_KEY, OfficeId.parse(officeId), invitationId)
  await colleague.caller.office.acceptInvitation.mutate({ token })
  return colleague
}
