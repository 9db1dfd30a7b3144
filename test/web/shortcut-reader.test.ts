import { describe, expect, test } from 'vitest'
import { readShortcut } from '../../web/ui/shortcut-reader.ts'

const NAMES = ['g i', 'g r', 'j', '?']
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, altKey: false })

describe('a shortcut', () => {
  test('of one key is done at once', () => {
    expect(readShortcut(press('j'), null, NAMES)).toEqual({ done: 'j' })
  })

  test('of two keys waits for the second', () => {
    expect(readShortcut(press('g'), null, NAMES)).toEqual({ pending: 'g' })
    expect(readShortcut(press('i'), 'g', NAMES)).toEqual({ done: 'g i' })
  })

  test('is read anew when the second key does not fit', () => {
    expect(readShortcut(press('j'), 'g', NAMES)).toEqual({ done: 'j' })
    expect(readShortcut(press('x'), 'g', NAMES)).toBeNull()
  })

  test('leaves presses with Ctrl to the browser', () => {
    expect(readShortcut(press('j', true), null, NAMES)).toBeNull()
  })

  test('is the same with capital letters', () => {
    expect(readShortcut(press('J'), null, NAMES)).toEqual({ done: 'j' })
  })
})
