import { beforeAll, describe, expect, it } from 'vitest'
import type { Condition } from '../../worker/features/views/rules/view.ts'
import { colleagueOf } from '../support/inside.ts'
import { ownerWithOffice, type Person } from '../support/people.ts'

type Office = { owner: Person; officeId: string }
let ours: Office
let theirs: Office
let viewer: Person
let colleague: Person
/** Names of contacts by their ids, and the fields of the office. */
const named = new Map<string, string>()
let visits: string
let plan: string
let gold: string
let vip: string

const caller = () => ours.owner.caller
const set = (id: string, column: string, typed: string) =>
  caller().contacts.change.mutate({ id, changes: [{ column, seen: null, typed }] })

beforeAll(async () => {
  ours = await ownerWithOffice('Lists Ours')
  theirs = await ownerWithOffice('Lists Theirs')
  viewer = await colleagueOf(ours.owner, ours.officeId, 'viewer')
  colleague = await colleagueOf(ours.owner, ours.officeId, 'staff')
  visits = (await caller().fields.create.mutate({ record: 'contact', label: 'Visits', kind: 'number' })).id
  const options = [
    { id: null, label: 'Gold' },
    { id: null, label: 'Basic' },
  ]
  plan = (await caller().fields.create.mutate({ record: 'contact', label: 'Plan', kind: 'choice', options })).id
  gold = (await caller().fields.list.query({ record: 'contact' })).find(({ id }) => id === plan)!.options[0]!.id
  for (const [name, email, phone] of [
    ['Ada', 'ada@north.test', '030 901820'],
    ['Bela', 'bela@south.test', null],
    ['Ces', null, '030 445566'],
    ['Dag', null, null],
    ['Éva', 'eva@north.test', null],
  ] as const)
    named.set(name, (await caller().contacts.create.mutate({ name, email, phone })).id)
  for (const [name, count] of [
    ['Ada', '12'],
    ['Bela', '3'],
    ['Ces', '110'],
  ] as const)
    await set(named.get(name)!, `fields.${visits}`, count)
  await set(named.get('Ada')!, `fields.${plan}`, 'Gold')
  await set(named.get('Bela')!, `fields.${plan}`, 'Basic')
  await set(
    named.get('Dag')!,
    'birthday',
    new Date(Date.now() + 5 * 86_400_000).toISOString().slice(4, 10).replace('-', '--'),
  )
  await set(named.get('Éva')!, 'birthday', '1980-01-31')
  vip = (await caller().tags.add.mutate({ contactId: named.get('Ada')!, name: 'VIP' })).id
  await caller().companies.join.mutate({ contactId: named.get('Ces')!, name: 'Weber & Sons', role: null })
})

type Ask = {
  conditions?: Condition[]
  match?: 'all' | 'any'
  sort?: { column: string; descending: boolean }
  text?: string
}
const asked = ({ conditions = [], match = 'all', sort, text = '' }: Ask) => ({
  text,
  view: { columns: [], filter: { match, groups: [{ match, conditions }] }, sort: sort ?? null },
})
const found = async (ask: Ask) => (await caller().contacts.table.query(asked(ask))).rows.map(({ name }) => name)
const one = (column: string, operator: Condition['operator'], ...values: string[]) =>
  found({ conditions: [{ column, operator, values }] })

describe('the list of contacts', () => {
  it('is filtered by every column', async () => {
    expect(await one('name', 'contains', 'e')).toEqual(['Bela', 'Ces', 'Éva'])
    expect(await one('name', 'starts_with', 'EV')).toEqual(['Éva'])
    expect(await one('email', 'contains', 'north')).toEqual(['Ada', 'Éva'])
    expect(await one('email', 'is_empty')).toEqual(['Ces', 'Dag'])
    expect(await one('phone', 'contains', '30 90-18')).toEqual(['Ada'])
    expect(await one('tags', 'has_any', vip)).toEqual(['Ada'])
    expect(await one('tags', 'has_none', vip)).toEqual(['Bela', 'Ces', 'Dag', 'Éva'])
    expect(await one('company', 'contains', 'weber')).toEqual(['Ces'])
    expect(await one('company', 'is_empty')).toEqual(['Ada', 'Bela', 'Dag', 'Éva'])
    expect(await one('birthday', 'in_next_days', '10')).toEqual(['Dag'])
    expect(await one('birthday', 'is_not_empty')).toEqual(['Dag', 'Éva'])
    expect(await one('createdAt', 'in_last_days', '1')).toHaveLength(5)
    expect(await one('createdAt', 'less', '2020-01-01')).toEqual([])
    expect(await one('lastContactAt', 'is_empty')).toHaveLength(5)
    expect(await one(`field:${visits}`, 'more', '10')).toEqual(['Ada', 'Ces'])
    expect(await one(`field:${visits}`, 'is', '3')).toEqual(['Bela'])
    expect(await one(`field:${plan}`, 'is', gold)).toEqual(['Ada'])
    expect(await one(`field:${plan}`, 'is_not', gold)).toEqual(['Bela', 'Ces', 'Dag', 'Éva'])
    expect(await one(`field:${plan}`, 'is_empty')).toEqual(['Ces', 'Dag', 'Éva'])
  })

  it('joins conditions by and, by or, and by the text that is typed beside them', async () => {
    const conditions: Condition[] = [
      { column: 'email', operator: 'contains', values: ['north'] },
      { column: 'tags', operator: 'has_any', values: [vip] },
    ]
    expect(await found({ conditions })).toEqual(['Ada'])
    expect(await found({ conditions, match: 'any' })).toEqual(['Ada', 'Éva'])
    expect(await found({ conditions, match: 'any', text: 'ev' })).toEqual(['Éva'])
    expect(await caller().contacts.countTable.query(asked({ conditions, match: 'any' }))).toBe(2)
  })

  it('is sorted by every column that has an order, what is empty last', async () => {
    const by = (column: string, descending: boolean) => found({ sort: { column, descending } })
    expect(await by('name', true)).toEqual(['Éva', 'Dag', 'Ces', 'Bela', 'Ada'])
    expect((await by(`field:${visits}`, false)).slice(0, 3)).toEqual(['Bela', 'Ada', 'Ces'])
    expect((await by(`field:${visits}`, true)).slice(0, 3)).toEqual(['Ces', 'Ada', 'Bela'])
    expect((await by('createdAt', false)).slice(0, 2)).toEqual(['Ada', 'Bela'])
  })

  it('asks nothing of a field that is gone, and shows another office nothing of ours', async () => {
    expect(await one('field:gone', 'is', 'x')).toHaveLength(5)
    const { rows } = await theirs.owner.caller.contacts.table.query(asked({}))
    expect(rows).toEqual([])
  })
})

describe('a change of many', () => {
  const ids = (...names: string[]) => names.map((name) => named.get(name)!)

  it('tags, writes a value and deletes, each as one step that is taken back as one', async () => {
    const bulk = caller().contacts.bulk.mutate
    const tagged = await bulk({ ids: ids('Ada', 'Bela', 'Ces'), change: { kind: 'tag', name: 'vip' } })
    expect(await one('tags', 'has_any', vip)).toEqual(['Ada', 'Bela', 'Ces'])
    await caller().acts.undo.mutate({ id: tagged.actId! })
    expect(await one('tags', 'has_any', vip)).toEqual(['Ada'])
    const valued = await bulk({
      ids: ids('Bela', 'Ces'),
      change: { kind: 'value', column: `fields.${plan}`, typed: 'gold' },
    })
    expect(await one(`field:${plan}`, 'is', gold)).toEqual(['Ada', 'Bela', 'Ces'])
    await caller().acts.undo.mutate({ id: valued.actId! })
    expect(await one(`field:${plan}`, 'is', gold)).toEqual(['Ada'])
    await caller().tasks.create.mutate({ title: 'Call Dag', dueOn: null, contactId: named.get('Dag')! })
    const gone = await bulk({ ids: ids('Dag', 'Éva'), change: { kind: 'discard' } })
    expect(await found({})).toEqual(['Ada', 'Bela', 'Ces'])
    expect(await caller().tasks.list.query({ contactId: named.get('Dag')! })).toEqual([])
    expect((await caller().acts.list.query({})).rows.map(({ id }) => id)).toContain(gone.actId)
    await caller().acts.undo.mutate({ id: gone.actId! })
    expect(await found({})).toEqual(['Ada', 'Bela', 'Ces', 'Dag', 'Éva'])
    expect(await caller().tasks.list.query({ contactId: named.get('Dag')! })).toHaveLength(1)
  })

  it('leaves alone whoever has the value already', async () => {
    const versionOf = async (name: string) => (await caller().contacts.byId.query({ id: named.get(name)! })).version
    const before = await versionOf('Ada')
    const change = { kind: 'value' as const, column: `fields.${plan}`, typed: 'Gold' }
    const { actId } = await caller().contacts.bulk.mutate({ ids: ids('Ada', 'Bela'), change })
    expect(await versionOf('Ada')).toBe(before)
    await caller().acts.undo.mutate({ id: actId! })
    expect((await caller().contacts.bulk.mutate({ ids: ids('Ada'), change })).actId).toBeNull()
  })

  it('does nothing where everybody has it, and nothing at all where one of them is not ours', async () => {
    const nothing = await caller().contacts.bulk.mutate({ ids: ids('Ada'), change: { kind: 'tag', name: 'VIP' } })
    expect(nothing.actId).toBeNull()
    const stranger = await theirs.owner.caller.contacts.create.mutate({ name: 'Stranger', email: null, phone: null })
    const across = { ids: [...ids('Ada'), stranger.id], change: { kind: 'discard' as const } }
    await expect(caller().contacts.bulk.mutate(across)).rejects.toThrow('does not exist')
    expect(await found({})).toHaveLength(5)
    await expect(viewer.caller.contacts.bulk.mutate({ ...across, ids: ids('Ada') })).rejects.toThrow('You may look')
  })
})

describe('a saved view', () => {
  it('is shared or one’s own, changed, removed and taken back', async () => {
    const view = { columns: ['email'], filter: { match: 'all' as const, groups: [] }, sort: null }
    const own = await caller().views.save.mutate({ record: 'contact', name: 'Mine', isShared: false, view })
    const shared = await caller().views.save.mutate({ record: 'contact', name: 'Ours', isShared: true, view })
    const names = async (who: Person) =>
      (await who.caller.views.list.query({ record: 'contact' })).map(({ name }) => name)
    expect(await names(ours.owner)).toEqual(['Mine', 'Ours'])
    expect(await names(colleague)).toEqual(['Ours'])
    expect(await names(theirs.owner)).toEqual([])
    const renamed = { id: own.id, name: 'Stolen', isShared: true, view }
    await expect(colleague.caller.views.change.mutate(renamed)).rejects.toThrow('does not exist')
    await caller().views.change.mutate({ ...renamed, name: 'My own' })
    expect(await names(colleague)).toEqual(['My own', 'Ours'])
    const { actId } = await colleague.caller.views.remove.mutate({ id: shared.id })
    expect(await names(ours.owner)).toEqual(['My own'])
    await caller().acts.undo.mutate({ id: actId })
    expect(await names(ours.owner)).toEqual(['My own', 'Ours'])
  })
})
