import { beforeAll, describe, expect, it } from 'vitest'
import { colleagueOf, rowsOf } from '../support/inside.ts'
import { ownerWithOffice, type Person } from '../support/people.ts'

type Office = { owner: Person; officeId: string }
let ours: Office
let theirs: Office
let staff: Person
let viewer: Person
beforeAll(async () => {
  ours = await ownerWithOffice('Salon Ours')
  theirs = await ownerWithOffice('Salon Theirs')
  staff = await colleagueOf(ours.owner, ours.officeId, 'staff')
  viewer = await colleagueOf(ours.owner, ours.officeId, 'viewer')
})

const caller = () => ours.owner.caller
const unique = () => crypto.randomUUID().slice(0, 8)
const newDeal = (more: { amount?: string; pipelineId?: string } = {}) =>
  caller().deals.create.mutate({
    title: `Bathroom ${unique()}`,
    amount: more.amount ?? '100',
    contactId: null,
    ...more,
  })
/** What a member sees of a deal who has it open. */
async function seenOf(id: string) {
  const { title, amountMinor, currency, expectedOn, contactId, ownerId } = await caller().deals.byId.query({ id })
  return { title, amountMinor, currency, expectedOn, contactId, ownerId }
}

describe('a deal that is opened', () => {
  it('shows its stages with who moved it and how long it stood in each', async () => {
    const { id } = await newDeal()
    const { columns } = await caller().deals.board.query()
    await caller().deals.move.mutate({ id, version: 1, stageId: columns[1]!.stage.id })
    const deal = await caller().deals.byId.query({ id })
    expect(deal.stage.name).toBe(columns[1]!.stage.name)
    expect(deal.stays.map(({ stageName }) => stageName)).toEqual([columns[1]!.stage.name, columns[0]!.stage.name])
    const [now, before] = deal.stays
    expect(now).toMatchObject({ until: null, by: { kind: 'member' } })
    expect(before!.until).toEqual(now!.since)
  })

  it('of another office, or in the trash, is not found', async () => {
    const { id } = await newDeal()
    const seen = await seenOf(id)
    await expect(theirs.owner.caller.deals.byId.query({ id })).rejects.toThrow('does not exist')
    const change = { id, seen, changes: { title: 'Ours now' } }
    await expect(theirs.owner.caller.deals.change.mutate(change)).rejects.toThrow('does not exist')
    await expect(viewer.caller.deals.change.mutate(change)).rejects.toThrow('You may look')
    const { actId } = await caller().trash.discard.mutate({ record: 'deal', id })
    await expect(caller().deals.byId.query({ id })).rejects.toThrow('does not exist')
    await caller().acts.undo.mutate({ id: actId })
    expect(await caller().deals.byId.query({ id })).toMatchObject({ id })
  })

  it('shows the tasks that are about it', async () => {
    const { id } = await newDeal()
    await caller().tasks.create.mutate({ title: 'Measure', dueOn: null, contactId: null, dealId: id })
    await caller().tasks.create.mutate({ title: 'Elsewhere', dueOn: null, contactId: null })
    expect((await caller().tasks.list.query({ dealId: id })).map(({ title }) => title)).toEqual(['Measure'])
    expect(await theirs.owner.caller.tasks.list.query({ dealId: id })).toEqual([])
  })
})

describe('the fields of a deal', () => {
  it('are changed in one step that leaves a line with the contact and is taken back whole', async () => {
    const { id } = await newDeal()
    const contact = await caller().contacts.create.mutate({ name: 'Mara', email: null, phone: null })
    const seen = await seenOf(id)
    const [member] = (await caller().office.members.query()).members
    const changes = {
      title: 'Kitchen',
      money: { amount: '1250', currency: 'JPY' },
      expectedOn: '2026-12-24',
      contactId: contact.id,
      ownerId: member!.userId,
    }
    const answer = await caller().deals.change.mutate({ id, seen, changes })
    expect(answer).toMatchObject({ state: 'changed', version: 2, title: 'Changed Kitchen' })
    expect(await caller().deals.byId.query({ id })).toMatchObject({
      ...{ title: 'Kitchen', amountMinor: 1250, currency: 'JPY', expectedOn: '2026-12-24', contactName: 'Mara' },
    })
    const { rows } = await caller().contacts.timeline.query({ id: contact.id })
    const line = rows.find(({ kind, entityId }) => kind === 'deal_updated' && entityId === id)
    expect(line).toMatchObject({ title: 'Kitchen' })
    // Whoever reads the line is told what it was and what it is, never that both were empty.
    expect(line?.changes).toContainEqual({ field: 'Amount', before: expect.stringContaining('EUR'), after: '1250 JPY' })
    expect(line?.changes).toContainEqual({ field: 'Contact', before: null, after: 'Mara' })
    expect(line?.changes).toContainEqual({ field: 'Expected on', before: null, after: '2026-12-24' })
    if (answer.state !== 'changed') return
    expect(await caller().acts.undo.mutate({ id: answer.actId })).toMatchObject({ kept: 0 })
    expect(await seenOf(id)).toEqual(seen)
  })

  it('are not written over where somebody else changed the same one: the second sees both, and chooses', async () => {
    const { id } = await newDeal()
    const seen = await seenOf(id)
    await staff.caller.deals.change.mutate({ id, seen, changes: { title: 'Theirs' } })
    const mine = { id, seen, changes: { title: 'Mine' } }
    const clash = await caller().deals.change.mutate(mine)
    expect(clash).toMatchObject({ state: 'clash', fields: ['title'], now: { title: 'Theirs' } })
    expect((await seenOf(id)).title).toBe('Theirs')
    if (clash.state !== 'clash') return
    expect(await caller().deals.change.mutate({ ...mine, seen: clash.now })).toMatchObject({ state: 'changed' })
    expect((await seenOf(id)).title).toBe('Mine')
  })

  it('are all kept where two change different ones at once', async () => {
    const { id } = await newDeal()
    const seen = await seenOf(id)
    const answers = await Promise.all([
      caller().deals.change.mutate({ id, seen, changes: { title: 'Mine' } }),
      staff.caller.deals.change.mutate({ id, seen, changes: { expectedOn: '2026-09-01' } }),
    ])
    expect(answers.map(({ state }) => state)).toEqual(['changed', 'changed'])
    expect(await seenOf(id)).toMatchObject({ title: 'Mine', expectedOn: '2026-09-01' })
  })

  it('take no contact, member or currency that is not the office’s or does not exist', async () => {
    const { id } = await newDeal()
    const seen = await seenOf(id)
    const contact = await theirs.owner.caller.contacts.create.mutate({ name: 'Theirs', email: null, phone: null })
    const [member] = (await theirs.owner.caller.office.members.query()).members
    const change = (changes: object) => caller().deals.change.mutate({ id, seen, changes })
    await expect(change({ contactId: contact.id })).rejects.toThrow('does not exist')
    await expect(change({ ownerId: member!.userId })).rejects.toThrow('does not exist')
    await expect(change({ money: { amount: '1', currency: 'XQQ' } })).rejects.toThrow('code of a currency')
    await expect(change({ money: { amount: '1.234', currency: 'EUR' } })).rejects.toThrow('not an amount of money')
    expect(await seenOf(id)).toEqual(seen)
  })
})

describe('several pipelines', () => {
  it('each have a board, a list and a forecast of their own, and a deal moves from one to the other', async () => {
    const { id: pipelineId } = await caller().pipelines.add.mutate({ name: `Repairs ${unique()}` })
    const { id } = await newDeal({ pipelineId, amount: '500' })
    const here = await caller().deals.board.query({ pipelineId })
    expect(here.columns.map(({ stage }) => stage.kind)).toEqual(['open', 'won', 'lost'])
    expect(here.columns[0]!.cards.map((card) => card.id)).toEqual([id])
    const first = await caller().deals.board.query()
    expect(first.columns.flatMap(({ cards }) => cards).map((card) => card.id)).not.toContain(id)
    expect((await caller().deals.list.query({ pipelineId })).deals.map((deal) => deal.id)).toEqual([id])
    expect(await caller().deals.forecast.query({ pipelineId })).toMatchObject([{ deals: 1, likelyMinor: 10_000 }])
    await caller().deals.move.mutate({ id, version: 1, stageId: first.columns[1]!.stage.id })
    expect((await caller().deals.board.query({ pipelineId })).columns[0]!.cards).toEqual([])
    expect((await caller().deals.board.query()).columns[1]!.cards.map((card) => card.id)).toContain(id)
    for (const ask of ['board', 'forecast'] as const)
      await expect(theirs.owner.caller.deals[ask].query({ pipelineId })).rejects.toThrow('does not exist')
    await expect(
      theirs.owner.caller.deals.create.mutate({ title: 'In', amount: null, contactId: null, pipelineId }),
    ).rejects.toThrow('does not exist')
  })

  it('are for owners to change', async () => {
    await expect(staff.caller.pipelines.add.mutate({ name: 'Mine' })).rejects.toThrow('Only an owner')
    expect((await staff.caller.pipelines.list.query()).pipelines.length).toBeGreaterThan(0)
  })

  it('keep their order, and take a new stage after the others of its kind', async () => {
    const { owner } = await ownerWithOffice()
    const { pipelines } = owner.caller
    const stages = async () => (await pipelines.list.query()).pipelines[0]!.stages
    const [pipeline] = (await pipelines.list.query()).pipelines
    const stage = { name: 'Visit', kind: 'open' as const, probability: 50, rottingDays: 3 }
    const { id } = await pipelines.addStage.mutate({ pipelineId: pipeline!.id, ...stage })
    expect((await stages()).map(({ name }) => name)).toEqual([
      ...['New enquiry', 'Talking', 'Quote sent', 'Visit', 'Won', 'Lost'],
    ])
    const { actId } = await pipelines.moveStage.mutate({ id, direction: 'up' })
    expect((await stages()).map(({ name }) => name)[2]).toBe('Visit')
    await owner.caller.acts.undo.mutate({ id: actId })
    expect((await stages()).map(({ name }) => name)[3]).toBe('Visit')
    await pipelines.changeStage.mutate({ id, ...stage, name: 'Visited', probability: 75 })
    expect((await stages())[3]).toMatchObject({ name: 'Visited', probability: 75, rottingDays: 3 })
    await pipelines.addReason.mutate({ label: 'Moved away' })
    const { lostReasons } = await pipelines.list.query()
    expect(lostReasons.at(-1)).toMatchObject({ label: 'Moved away' })
    await pipelines.removeReason.mutate({ id: lostReasons[0]!.id })
    expect((await pipelines.list.query()).lostReasons).toHaveLength(lostReasons.length - 1)
  })

  it('keep a stage with deals, the last of each kind and the last pipeline, and say why', async () => {
    const { owner, officeId } = await ownerWithOffice()
    const { pipelines, deals, acts } = owner.caller
    const [pipeline] = (await pipelines.list.query()).pipelines
    const [first, , , won] = pipeline!.stages
    const { id } = await deals.create.mutate({ title: 'Kitchen', amount: null, contactId: null })
    await expect(pipelines.removeStage.mutate({ id: first!.id })).rejects.toThrow('still one deal')
    await expect(pipelines.removeStage.mutate({ id: won!.id })).rejects.toThrow('the last won stage')
    await expect(pipelines.remove.mutate({ id: pipeline!.id })).rejects.toThrow('the last pipeline')
    const { actId } = await owner.caller.trash.discard.mutate({ record: 'deal', id })
    await pipelines.removeStage.mutate({ id: first!.id })
    const shown = async () => (await deals.board.query()).columns.map(({ stage }) => stage.id)
    expect(await shown()).not.toContain(first!.id)
    // The deal comes back from the trash into a stage that was put away meanwhile: it is in sight again.
    await acts.undo.mutate({ id: actId })
    expect(await shown()).toContain(first!.id)
    expect((await rowsOf('stages', officeId)).find((row) => row.id === first!.id)).toMatchObject({
      archived_at: expect.any(Number),
    })
  })

  it('of another office are not found', async () => {
    const [pipeline] = (await theirs.owner.caller.pipelines.list.query()).pipelines
    const { pipelines } = caller()
    await expect(pipelines.rename.mutate({ id: pipeline!.id, name: 'Ours' })).rejects.toThrow('does not exist')
    await expect(pipelines.removeStage.mutate({ id: pipeline!.stages[0]!.id })).rejects.toThrow('does not exist')
  })
})

describe('an own field of deals', () => {
  it('is filled in its place by version, with a line for the contact, and the second of two sees the first', async () => {
    const { id: contactId } = await caller().contacts.create.mutate({ name: 'Ann', email: null, phone: null })
    const { id } = await caller().deals.create.mutate({ title: 'Roof', amount: null, contactId })
    const label = `Area ${unique()}`
    const { id: fieldId } = await caller().fields.create.mutate({ record: 'deal', label, kind: 'number' })
    const fill = (who: Person, seen: number | null, typed: string) =>
      who.caller.deals.changeValues.mutate({ id, changes: [{ column: `fields.${fieldId}`, seen, typed }] })
    const fields = async () => (await caller().deals.byId.query({ id })).fields
    const { actId, title } = await fill(staff, null, '12')
    expect([title, await fields()]).toEqual([`Changed ${label} of Roof`, { [fieldId]: 12 }])
    await expect(fill(ours.owner, null, '13')).rejects.toThrow(`${label} is now 12.`)
    const { rows } = await caller().contacts.timeline.query({ id: contactId })
    expect(rows[0]).toMatchObject({ kind: 'deal_updated', changes: [{ field: label, before: null, after: '12' }] })
    // The form of the deal goes by its own fields, and is not in the way of this one.
    expect(
      (await caller().deals.change.mutate({ id, seen: await seenOf(id), changes: { title: 'Roofs' } })).state,
    ).toBe('changed')
    await caller().acts.undo.mutate({ id: actId! })
    expect(await fields()).toEqual({})
    await expect(fill(ours.owner, null, 'wide')).rejects.toThrow('is not a number')
    await expect(fill(theirs.owner, null, '1')).rejects.toThrow('does not exist')
    await expect(fill(viewer, null, '1')).rejects.toThrow('You may look')
  })

  it('of another office is not found, and nothing but own fields is changed this way', async () => {
    const { id } = await newDeal()
    const { id: fieldId } = await theirs.owner.caller.fields.create.mutate({
      ...{ record: 'deal', label: 'Theirs', kind: 'text' },
    })
    const change = (column: string) =>
      caller().deals.changeValues.mutate({ id, changes: [{ column, seen: null, typed: 'x' }] })
    await expect(change(`fields.${fieldId}`)).rejects.toThrow('does not exist')
    await expect(change('name')).rejects.toThrow()
  })
})
