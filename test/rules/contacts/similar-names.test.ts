import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areSimilar, mayBecome, slips } from '../../../worker/features/contacts/rules/similar-names.ts'
import { searchKey } from '../../../worker/kernel/text.ts'

const similar = (one: string, other: string) => areSimilar(searchKey(one), searchKey(other))

describe('names that may be one person’s', () => {
  it.each([
    ['Mara Weber', 'Mara Weber'],
    ['Weber, Mara', 'Mara Weber'],
    ['M. Weber', 'Mara Weber'],
    ['Mara Weber', 'Mara Webber'],
    ['Mara Wbeer', 'Mara Weber'],
    ['Mára Wéber', 'Mara Weber'],
    ['Mara Anna Weber', 'Mara Weber'],
    ['Christopherson', 'Cristophersen'],
  ])('are %s and %s', (one, other) => {
    expect(similar(one, other)).toBe(true)
  })

  it.each([
    ['Mara Weber', 'Tom Weber'],
    ['Ann Lee', 'Jan Lee'],
    ['Mara', 'Mara Weber'],
    ['Mara Weber', 'Mara Schmidt'],
    ['', 'Mara'],
    ['…', '…'],
  ])('are not %s and %s', (one, other) => {
    expect(similar(one, other)).toBe(false)
  })

  it('are told alike from either side', () => {
    const name = fc.array(fc.constantFrom('mara', 'weber', 'm', 'webber', 'anna', 'lee'), { maxLength: 4 })
    fc.assert(
      fc.property(name, name, (one, other) => {
        const [a, b] = [one.join(' '), other.join(' ')]
        if (one.length !== other.length) expect(areSimilar(a, b)).toBe(areSimilar(b, a))
        if (one.length > 0) expect(areSimilar(a, a)).toBe(true)
      }),
    )
  })
})

describe('slips of the pen', () => {
  it.each([
    ['', '', 0],
    ['weber', 'weber', 0],
    ['weber', 'webber', 1],
    ['weber', 'wbeer', 1],
    ['weber', 'waber', 1],
    ['weber', 'webe', 1],
    ['weber', 'bauer', 3],
  ])('between %s and %s are %i', (one, other, expected) => {
    expect(slips(one, other)).toBe(expected)
    expect(slips(other, one)).toBe(expected)
  })
})

describe('a name that is being typed', () => {
  const becomes = (typed: string, name: string) => mayBecome(searchKey(typed), searchKey(name))
  it.each([
    ['Mara We', 'Mara Weber'],
    ['Weber Ma', 'Mara Weber'],
    ['Mara Webber', 'Mara Weber'],
    ['Mára Weber', 'Mara Weber'],
  ])('may become somebody: %s, %s', (typed, name) => {
    expect(becomes(typed, name)).toBe(true)
  })
  it.each([
    ['Mara', 'Mara Weber'],
    ['Mara Sch', 'Mara Weber'],
    ['Tom We', 'Mara Weber'],
    ['', 'Mara'],
  ])('is nobody yet, or somebody else: %s, %s', (typed, name) => {
    expect(becomes(typed, name)).toBe(false)
  })
})
