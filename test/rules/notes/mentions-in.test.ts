import { describe, expect, it } from 'vitest'
import { mentionsIn } from '../../../worker/features/notes/rules/mentions-in.ts'

const MEMBERS = [
  { userId: 'u1', name: 'Mara Lind' },
  { userId: 'u2', name: 'Zoë Berg' },
  { userId: 'u3', name: 'Mara Berg' },
]

describe('who is named in a note', () => {
  it.each([
    ['@Mara Lind please call', ['u1']],
    ['@mara berg and @zoe', ['u3', 'u2']],
    ['@Zoë, @zoë!', ['u2']],
    ['@Mara', ['u1']],
    ['mail mara@lind.test', []],
    ['@Marabel', []],
    ['@', []],
    ['nobody', []],
  ])('%j names %j', (text, expected) => {
    expect(mentionsIn(text, MEMBERS)).toEqual(expected)
  })
})
