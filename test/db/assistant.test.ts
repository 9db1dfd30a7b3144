import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import {
  countWaiting,
  decideSuggestion,
  insertFeedback,
  insertIntake,
  insertSuggestion,
  intakeById,
  intakeOf,
  intakesOf,
  modelCostBetween,
  pageOfWaiting,
  recentAutomatic,
  recordModelCall,
  suggestionById,
  suggestionsIn,
} from '../../db/queries/assistant.ts'
import { insertContact } from '../../db/queries/contacts.ts'
import { insertConversation } from '../../db/queries/conversations.ts'
import { insertMessage } from '../../db/queries/messages.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { at, contact, conversation, intake, message, ours, suggestion, theirs } from './rows.ts'
import { everythingOf, fateOf, run, testDatabase, writeInBoth } from './two-offices.ts'

const database = testDatabase((db) =>
  writeInBoth(db, (db, officeId) => [
    insertContact(db, contact(officeId, 'c1', { name: 'Ann' })),
    insertConversation(db, conversation(officeId, 'v1', { contactId: 'c1' })),
    insertMessage(db, message(officeId, 'm1')),
    insertMessage(db, message(officeId, 'm2')),
    insertIntake(db, intake(officeId, 'i1')),
    insertSuggestion(db, suggestion(officeId, 's1')),
  ]),
)
const whole = { after: null, limit: 9 }
const action = { kind: 'create_task', payload: { title: 'Call Ann', dueOn: null } } as const
const decision = { status: 'accepted', action, effects: [], decidedBy: 'u1', decidedAt: at(5) } as const
const decide = (officeId: OfficeId, id: string, more = {}) =>
  decideSuggestion(database.db, { officeId, id, version: 1 }, { ...decision, ...more, effects: [] })
const feedback = (officeId: OfficeId, id: string, suggestionId = 's1') => ({
  officeId,
  id,
  suggestionId,
  decision: 'accepted' as const,
  proposed: action,
  decided: action,
  intent: 'appointment' as const,
  confidence: 0.1,
  userId: 'u1',
  createdAt: at(0),
})

describe(`what the assistant understood on ${dialect}`, () => {
  it('keeps it whole', async () => {
    const { db } = database
    const understood = {
      ...intake(ours, 'i2', { messageId: 'm2' }),
      confidence: 0.1 + 0.2,
      summary: [{ sentence: 'Ann asks for Tuesday.', quote: '“Tuesday”\n', start: 0, end: 10 }],
      entities: [{ kind: 'date' as const, value: '2026-03-03', quote: 'Tuesday', start: 1, end: 8 }],
      flags: ['injection'],
      fellBack: 'The model did not answer in time.',
    }
    await insertIntake(db, understood)
    expect(await intakeById(db, ours, 'i2')).toEqual(understood)
    expect(await intakeOf(db, ours, 'm2')).toEqual(understood)
    expect((await intakesOf(db, ours, ['m1', 'm2', 'm3'])).map((row) => row.id).sort()).toEqual(['i1', 'i2'])
    expect(await intakesOf(db, ours, [])).toEqual([])
  })

  it('understands a message once', async () => {
    const { db } = database
    const twice = ['i2', 'i3'].map((id) => fateOf(insertIntake(db, intake(ours, id, { messageId: 'm2' }))))
    expect((await Promise.all(twice)).sort()).toEqual(['conflict', 'stored'])
  })
})

describe(`suggestions on ${dialect}`, () => {
  it('are decided in the version that was read and no other', async () => {
    const { db } = database
    const effects = [{ change: 'created' as const, entity: 'task' as const, id: 't1', version: 1 }]
    await decideSuggestion(db, { officeId: ours, id: 's1', version: 1 }, { ...decision, effects })
    await decide(ours, 's1', { status: 'rejected' })
    expect(await suggestionById(db, ours, 's1')).toMatchObject({ ...decision, effects, version: 2 })
    expect(await suggestionById(db, theirs, 's1')).toMatchObject({ status: 'waiting', decidedAt: null, version: 1 })
  })

  it('take one decision of two with the same key', async () => {
    const { db } = database
    expect(await fateOf(insertFeedback(db, feedback(ours, 'f1')))).toBe('stored')
    expect(await fateOf(insertFeedback(db, feedback(ours, 'f1')))).toBe('conflict')
    expect(await fateOf(insertFeedback(db, feedback(theirs, 'f1')))).toBe('stored')
  })

  it('wait with their conversation, contact and intent, until they are decided', async () => {
    const { db } = database
    await insertConversation(db, conversation(ours, 'v2'))
    await insertSuggestion(db, suggestion(ours, 's2', { conversationId: 'v2', createdAt: at(1) }))
    expect(await pageOfWaiting(db, ours, whole)).toMatchObject([
      { suggestion: { id: 's1', action }, subject: 'Subject v1', contactName: 'Ann', intent: 'appointment' },
      { suggestion: { id: 's2' }, subject: 'Subject v2', contactId: null, contactName: null },
    ])
    expect(await countWaiting(db, ours)).toBe(2)
    await decide(ours, 's2')
    expect([await countWaiting(db, ours), await countWaiting(db, theirs)]).toEqual([1, 1])
    expect(await pageOfWaiting(db, ours, whole)).toHaveLength(1)
  })

  it('show what the assistant did by itself of late, the newest first, undone or not', async () => {
    const { db } = database
    const itself = { decidedBy: null, status: 'accepted' } as const
    await run(
      ...['by itself', 'undone', 'long ago', 'rejected'].map((id) => insertSuggestion(db, suggestion(ours, id))),
      decide(ours, 's1'),
      decide(ours, 'by itself', itself),
      decide(ours, 'undone', { ...itself, status: 'undone', decidedAt: at(6) }),
      decide(ours, 'long ago', { ...itself, decidedAt: at(4) }),
      decide(ours, 'rejected', { ...itself, status: 'rejected' }),
    )
    const shown = await recentAutomatic(db, ours, at(5), 9)
    expect(shown.map((row) => row.suggestion.id)).toEqual(['undone', 'by itself'])
    expect(await recentAutomatic(db, ours, at(5), 1)).toHaveLength(1)
    expect(await recentAutomatic(db, theirs, at(0), 9)).toEqual([])
  })
})

describe(`the assistant of two offices on ${dialect}`, () => {
  it('neither finds nor changes what is another office’s', async () => {
    const { db } = database
    await run(
      insertConversation(db, conversation(theirs, 'secret')),
      insertMessage(db, message(theirs, 'secret', { conversationId: 'secret' })),
      insertIntake(db, intake(theirs, 'secret', { messageId: 'secret' })),
      insertSuggestion(db, suggestion(theirs, 'secret', { conversationId: 'secret' })),
    )
    const before = await everythingOf(db, theirs)
    expect(await intakeById(db, ours, 'secret')).toBeNull()
    expect(await intakeOf(db, ours, 'secret')).toBeNull()
    expect(await intakesOf(db, ours, ['secret'])).toEqual([])
    expect(await suggestionById(db, ours, 'secret')).toBeNull()
    expect(await suggestionsIn(db, ours, 'secret')).toEqual([])
    expect((await suggestionsIn(db, ours, 'v1')).map((row) => row.id)).toEqual(['s1'])
    await decide(ours, 'secret')
    expect(await everythingOf(db, theirs)).toEqual(before)
  })

  it('refuses to refer to another office’s message, intake, conversation or suggestion', async () => {
    const { db } = database
    await run(
      insertConversation(db, conversation(theirs, 'v3')),
      insertMessage(db, message(theirs, 'm3')),
      insertIntake(db, intake(theirs, 'i3', { messageId: 'm3' })),
      insertSuggestion(db, suggestion(theirs, 's3')),
    )
    expect(await fateOf(insertIntake(db, intake(ours, 'i4', { messageId: 'm3' })))).toBe('refused')
    expect(await fateOf(insertSuggestion(db, suggestion(ours, 's4', { intakeId: 'i3' })))).toBe('refused')
    expect(await fateOf(insertSuggestion(db, suggestion(ours, 's4', { messageId: 'm3' })))).toBe('refused')
    expect(await fateOf(insertSuggestion(db, suggestion(ours, 's4', { conversationId: 'v3' })))).toBe('refused')
    expect(await fateOf(insertFeedback(db, feedback(ours, 'f4', 's3')))).toBe('refused')
  })
})

describe(`what models cost on ${dialect}`, () => {
  const call = (officeId: OfficeId, id: string, seconds: number, costMicros: number) => ({
    officeId,
    id,
    messageId: 'm1',
    model: 'model',
    outcome: 'answered',
    inputTokens: 10,
    cachedTokens: 0,
    outputTokens: 1,
    costMicros,
    createdAt: at(seconds),
  })

  it('is added up from an instant that counts to one that does not', async () => {
    const { db } = database
    expect(await modelCostBetween(db, ours, at(0), at(9))).toBe(0)
    await run(
      recordModelCall(db, call(ours, '1', -1, 1)),
      recordModelCall(db, call(ours, '2', 0, 20)),
      recordModelCall(db, call(ours, '3', 8, 300)),
      recordModelCall(db, call(ours, '4', 9, 4000)),
      recordModelCall(db, call(theirs, '5', 1, 50_000)),
    )
    expect(await modelCostBetween(db, ours, at(0), at(9))).toBe(320)
  })

  it('is added up exactly where it passes two thousand dollars', async () => {
    const { db } = database
    await run(
      recordModelCall(db, call(ours, '1', 0, 2_000_000_000)),
      recordModelCall(db, call(ours, '2', 0, 2_000_000_001)),
    )
    expect(await modelCostBetween(db, ours, at(0), at(9))).toBe(4_000_000_001)
  })
})
