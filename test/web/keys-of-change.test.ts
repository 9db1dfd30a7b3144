import { describe, expect, test } from 'vitest'
import { keysOfChange } from '../../web/features/office/keys-of-change.ts'
import { TOPICS } from '../../worker/kernel/live.ts'

describe('what a change makes stale', () => {
  test('is something for every topic', () => {
    for (const topic of TOPICS) expect(keysOfChange([{ topic, ids: [] }])).not.toEqual([])
  })

  test('is the list, what nobody is on, and the one conversation that changed, and no other conversation', () => {
    expect(keysOfChange([{ topic: 'conversation', ids: ['one'] }])).toEqual([
      [['inbox', 'conversations']],
      [['files']],
      [['unattended']],
      [['dashboard']],
      [['inbox', 'conversation'], { input: { id: 'one' } }],
      [['inbox', 'about'], { input: { id: 'one' } }],
    ])
  })

  test('is told once, however many changes touch it', () => {
    const keys = keysOfChange([
      { topic: 'conversation', ids: ['one', 'two'] },
      { topic: 'conversation', ids: ['two'] },
      { topic: 'contact', ids: ['three'] },
    ])
    expect(new Set(keys.map((key) => JSON.stringify(key))).size).toBe(keys.length)
  })

  test('leaves tasks alone when a deal moved', () => {
    expect(keysOfChange([{ topic: 'deal', ids: ['one'] }])).not.toContainEqual([['tasks']])
  })
})
