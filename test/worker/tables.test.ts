import { exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Condition } from '../../worker/features/views/rules/view.ts'
import { colleagueOf } from '../support/inside.ts'
import { eventually } from '../support/mails.ts'
import { ORIGIN, ownerWithOffice, type Person } from '../support/people.ts'

type Office = { owner: Person; officeId: string }
let ours: Office
let theirs: Office
let viewer: Person

const caller = () => ours.owner.caller
const file = (path: string) =>
  exports.default.fetch(`${ORIGIN}/files/${path}`, { headers: { cookie: ours.owner.cookie } })
const view = (conditions: Condition[] = [], sort: { column: string; descending: boolean } | null = null) => ({
  ...{ columns: [], sort },
  filter: { match: 'all' as const, groups: conditions.length > 0 ? [{ match: 'all' as const, conditions }] : [] },
})
const where = (column: string, operator: Condition['operator'], ...values: string[]) =>
  view([{ column, operator, values }])

beforeAll(async () => {
  ours = await ownerWithOffice('Tables Ours')
  theirs = await ownerWithOffice('Tables Theirs')
  viewer = await colleagueOf(ours.owner, ours.officeId, 'viewer')
})

describe('the tables of companies, deals and tasks', () => {
  it('are filtered and sorted by built-in columns and own fields, and show another office nothing', async () => {
    const vat = (await caller().fields.create.mutate({ record: 'company', label: 'Staff', kind: 'number' })).id
    for (const [name, staff] of [
      ['Nord & Co', '12'],
      ['Süd GmbH', '3'],
    ] as const) {
      const { id } = await caller().companies.create.mutate({ name })
      await caller().companies.change.mutate({ id, changes: [{ column: `fields.${vat}`, seen: null, typed: staff }] })
    }
    const names = async (asked: ReturnType<typeof view>) =>
      (await caller().companies.table.query({ text: '', view: asked })).rows.map(({ name }) => name)
    expect(await names(view([], { column: `field:${vat}`, descending: false }))).toEqual(['Süd GmbH', 'Nord & Co'])
    expect(await names(where(`field:${vat}`, 'more', '5'))).toEqual(['Nord & Co'])
    expect(await names(where('name', 'contains', 'sud'))).toEqual(['Süd GmbH'])
    for (const of of ['companies', 'deals', 'tasks'] as const) {
      const { rows } = await theirs.owner.caller[of].table.query({ text: '', view: view() })
      expect(rows).toEqual([])
    }
  })

  it('compare amounts as they are typed, not in their smallest unit', async () => {
    for (const [title, amount] of [
      ['Small', '9.50'],
      ['Large', '120'],
    ] as const)
      await caller().deals.create.mutate({ title, amount, contactId: null, expectedOn: '2026-03-01' })
    const titles = async (asked: ReturnType<typeof view>) =>
      (await caller().deals.table.query({ text: '', view: asked })).rows.map(({ title }) => title)
    expect(await titles(where('amountMinor', 'more', '10'))).toEqual(['Large'])
    expect(await titles(where('amountMinor', 'is', '9,50'))).toEqual(['Small'])
    expect(await titles(where('state', 'is', 'open'))).toEqual(['Large', 'Small'])
  })

  it('keep their saved views apart', async () => {
    await caller().views.save.mutate({ record: 'deal', name: 'Large ones', isShared: true, view: view() })
    const names = async (record: 'deal' | 'task') =>
      (await caller().views.list.query({ record })).map(({ name }) => name)
    expect([await names('deal'), await names('task')]).toEqual([['Large ones'], []])
  })

  it('are read as files, with formulas made harmless and the currency beside the amount', async () => {
    await caller().tasks.create.mutate({ title: '=1+1', dueOn: '2026-03-02', contactId: null })
    await caller().deals.create.mutate({ title: '=cmd|calc', amount: '5', currency: 'USD', contactId: null })
    const read = async (name: string, asked: object = view()) => {
      const response = await file(`${name}?view=${encodeURIComponent(JSON.stringify(asked))}`)
      expect(response.status).toBe(200)
      return (await response.text()).replace('\ufeff', '').split('\r\n')
    }
    expect((await read('tasks.csv'))[1]).toMatch(/^"'=1\+1",2026-03-02,/)
    const deals = await read('deals.csv', where('title', 'contains', 'cmd'))
    expect(deals).toHaveLength(3)
    expect(deals[1]).toMatch(/^"'=cmd\|calc".*5\.00.*,USD$/)
    expect((await read('companies.csv'))[0]).toBe('Name,People,Website,Tax number,Looked after by,Added,Staff')
    expect((await file('deals.csv?view=nonsense')).status).toBe(400)
  })
})

describe('a change of many', () => {
  it('moves deals to a stage with their history, and takes all of that back', async () => {
    const { rows } = await caller().deals.table.query({ text: '', view: where('title', 'is_not', 'none') })
    const { pipelines } = await caller().pipelines.list.query()
    const won = pipelines[0]!.stages.find(({ kind }) => kind === 'won')!
    const ids = rows.map(({ id }) => id)
    const change = { kind: 'value' as const, column: 'stageId', typed: won.id }
    const { actId } = await caller().deals.bulk.mutate({ ids, change })
    const before = await caller().deals.byId.query({ id: ids[0]! })
    expect(before).toMatchObject({ stageId: won.id, stays: [{ stageName: won.name }, {}] })
    expect(before.closedAt).not.toBeNull()
    expect((await caller().deals.bulk.mutate({ ids, change })).actId).toBeNull()
    await caller().acts.undo.mutate({ id: actId! })
    const after = await caller().deals.byId.query({ id: ids[0]! })
    expect(after).toMatchObject({ stageId: rows[0]!.stageId, closedAt: null })
    expect(after.stays).toHaveLength(1)
  })

  it('ticks tasks off, the next of a repeated one coming with it, and gives tasks to somebody who is told', async () => {
    const colleague = await colleagueOf(ours.owner, ours.officeId, 'staff')
    const { members } = await caller().office.members.query()
    const userId = members.find(({ role }) => role === 'staff')!.userId
    const repeat = { every: 1, unit: 'week' as const, from: 'due' as const }
    const one = await caller().tasks.create.mutate({ title: 'Water', dueOn: '2026-03-02', contactId: null, repeat })
    const two = await caller().tasks.create.mutate({ title: 'Sweep', dueOn: '2026-03-02', contactId: null })
    const ids = [one.id, two.id]
    await caller().tasks.bulk.mutate({ ids, change: { kind: 'value', column: 'assigneeId', typed: userId } })
    expect((await colleague.caller.notices.list.query()).map(({ title }) => title).sort()).toEqual(['Sweep', 'Water'])
    const { actId } = await caller().tasks.bulk.mutate({ ids, change: { kind: 'done' } })
    const open = async () =>
      (await caller().tasks.table.query({ text: 'water', view: where('doneAt', 'is_empty') })).rows
    const next = await open()
    expect(next).toHaveLength(1)
    expect(next[0]!.id).not.toBe(one.id)
    await caller().acts.undo.mutate({ id: actId! })
    expect((await open()).map(({ id }) => id)).toEqual([one.id])
    const bad = { kind: 'value' as const, column: 'priority' as const, typed: 'whatever' }
    await expect(caller().tasks.bulk.mutate({ ids, change: bad })).rejects.toThrow('cannot be written')
  })

  it('refuses what is not there, what is another office’s, and viewers', async () => {
    const stranger = await theirs.owner.caller.companies.create.mutate({ name: 'Stranger' })
    const discard = { kind: 'discard' as const }
    await expect(caller().companies.bulk.mutate({ ids: [stranger.id], change: discard })).rejects.toThrow('not exist')
    await expect(caller().companies.bulk.mutate({ ids: [], change: discard })).rejects.toThrow()
    const all = { text: '', view: view() }
    await expect(viewer.caller.companies.bulk.mutate({ all, change: discard })).rejects.toThrow('You may look')
    const gone = { kind: 'value' as const, column: 'fields.gone', typed: 'x' }
    await expect(caller().companies.bulk.mutate({ all, change: gone })).rejects.toThrow('not exist')
  })
})

describe('a change of all that a list finds', () => {
  const COUNT = 430
  const tagged = { column: 'tags', operator: 'is_not_empty' as const, values: [] }
  const all = { text: 'crowd', view: view() }
  const countTagged = () => caller().contacts.countTable.query({ text: '', view: view([tagged]) })

  beforeAll(async () => {
    for (let from = 0; from < COUNT; from += 43)
      await Promise.all(
        Array.from({ length: 43 }, (_, at) =>
          caller().contacts.create.mutate({ name: `Crowd ${from + at}`, email: null, phone: null }),
        ),
      )
    await caller().contacts.create.mutate({ name: 'Alone', email: null, phone: null })
  })

  const ended = () => eventually(async () => (await caller().acts.running.query()).length === 0)

  it('goes on piece by piece as one step, and is taken back as one, but for whom somebody worked with since', async () => {
    const step = await caller().contacts.bulk.mutate({ all, change: { kind: 'tag', name: 'Crowd' } })
    expect(step).toMatchObject({ total: COUNT, title: `Tagged “Crowd”: ${COUNT} contacts` })
    await ended()
    expect(await countTagged()).toBe(COUNT)
    const acts = (await caller().acts.list.query({ kinds: ['bulk'] })).rows.filter(({ id }) => id === step.actId)
    expect(acts).toMatchObject([{ state: 'done', rows: COUNT + 1 }])
    await caller().acts.undo.mutate({ id: step.actId! })
    await eventually(async () => (await countTagged()) === 0)
  })

  it('writes each record once, also where the change takes it out of the filter', async () => {
    const { members } = await caller().office.members.query()
    const nobodys = view([{ column: 'ownerId', operator: 'is_empty', values: [] }])
    const change = { kind: 'value' as const, column: 'ownerId', typed: members[0]!.userId }
    const step = await caller().contacts.bulk.mutate({ all: { text: 'crowd', view: nobodys }, change })
    await ended()
    const owned = { text: 'crowd', view: where('ownerId', 'is', members[0]!.userId) }
    expect(await caller().contacts.countTable.query(owned)).toBe(COUNT)
    const { rows } = await caller().contacts.table.query(owned)
    const seen = members[0]!.userId
    await caller().contacts.change.mutate({ id: rows[0]!.id, changes: [{ column: 'ownerId', seen, typed: '' }] })
    await caller().contacts.change.mutate({
      id: rows[0]!.id,
      changes: [{ column: 'ownerId', seen: null, typed: members[1]?.userId ?? seen }],
    })
    await caller().contacts.change.mutate({
      id: rows[1]!.id,
      changes: [{ column: 'birthday', seen: null, typed: '--05-01' }],
    })
    await caller().acts.undo.mutate({ id: step.actId! })
    await eventually(async () => (await caller().contacts.countTable.query(owned)) === 0)
    expect((await caller().contacts.byId.query({ id: rows[1]!.id })).birthday).toBe('--05-01')
  })

  it('is refused while it is under way to be taken back, and told beforehand when it cannot be done', async () => {
    const step = await caller().contacts.bulk.mutate({ all, change: { kind: 'tag', name: 'Once' } })
    const undo = await caller()
      .acts.undo.mutate({ id: step.actId! })
      .then(
        () => 'taken back',
        (error: Error) => error.message,
      )
    expect(['taken back', 'This is still being done. Take it back once it has come to its end.']).toContain(undo)
    await ended()
    const nobody = { kind: 'value' as const, column: 'ownerId', typed: 'nobody' }
    await expect(caller().contacts.bulk.mutate({ all, change: nobody })).rejects.toThrow('not exist')
    expect(await caller().acts.running.query()).toEqual([])
  })
})

describe('a new deal', () => {
  it('says its currency, its owner and its stage, and refuses what is not of this office', async () => {
    const { members } = await caller().office.members.query()
    const { pipelines } = await caller().pipelines.list.query()
    const [first, second] = pipelines[0]!.stages
    const fields = { title: 'In dollars', amount: '10', currency: 'usd', contactId: null }
    const ownerId = members[0]!.userId
    const { id } = await caller().deals.create.mutate({ ...fields, ownerId, stageId: second!.id })
    expect(await caller().deals.byId.query({ id })).toMatchObject({ currency: 'USD', ownerId, stageId: second!.id })
    const plain = await caller().deals.create.mutate(fields)
    expect(await caller().deals.byId.query({ id: plain.id })).toMatchObject({ stageId: first!.id, ownerId: null })
    const strangers = (await theirs.owner.caller.pipelines.list.query()).pipelines[0]!.stages[0]!.id
    await expect(caller().deals.create.mutate({ ...fields, stageId: strangers })).rejects.toThrow('does not exist')
    const won = pipelines[0]!.stages.find(({ kind }) => kind === 'won')!
    await expect(caller().deals.create.mutate({ ...fields, stageId: won.id })).rejects.toThrow('does not exist')
    await expect(caller().deals.create.mutate({ ...fields, ownerId: 'nobody' })).rejects.toThrow('does not exist')
  })
})
