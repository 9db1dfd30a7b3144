import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snippetOf } from '../../../worker/features/search/rules/snippet.ts'

const marked = (text: string, words: string[]) => {
  const snippet = snippetOf(text, words)
  return snippet?.ranges.map(({ start, end }) => snippet.text.slice(start, end))
}

describe('a line of a message around the words', () => {
  it('begins with a word near the first of them, and marks each', () => {
    const text = `Dear all, ${'and so on, '.repeat(20)}the Geländer\nof my stairs came off. The geländer!`
    const snippet = snippetOf(text, ['gelander'])
    expect(snippet?.text).toMatch(/^… (and|so|on).* the Geländer of my stairs came off/)
    expect(marked(text, ['gelander', 'sta'])).toEqual(['Geländer', 'stairs', 'geländer'])
  })

  it('is none where no word of the text begins so', () => {
    expect(snippetOf('Nothing of it', ['thing'])).toBeNull()
    expect(snippetOf('', ['a'])).toBeNull()
  })

  it('is short, and what it marks begins with one of the words, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('ab', 'Äbc', 'x'.repeat(300), '\n', ' ', '🎉', 'e\u0301'), { maxLength: 60 }),
        (parts) => {
          const snippet = snippetOf(parts.join(''), ['ab'])
          expect(snippet?.text.length ?? 0).toBeLessThanOrEqual(162)
          for (const words of marked(parts.join(''), ['ab']) ?? []) expect(words).toMatch(/^(ab|Äb)/)
        },
      ),
    )
  })
})
