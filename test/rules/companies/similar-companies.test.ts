import { describe, expect, it } from 'vitest'
import { mayBeCompany } from '../../../worker/features/companies/rules/similar-companies.ts'
import { searchKey } from '../../../worker/kernel/text.ts'

const mayBe = (typed: string, name: string) => mayBeCompany(searchKey(typed), searchKey(name))

describe('a company that is being typed', () => {
  it.each([
    ['Weber', 'Weber & Sons Ltd.'],
    ['Weber GmbH', 'Weber'],
    ['Bosch G.m.b.H.', 'Bosch AG'],
    ['Web', 'Weber & Sons'],
    ['Weber and Sonns', 'Weber and Sons'],
    ['3M', '3M Company'],
    ['Weber & Sons Berlin', 'Weber & Sons'],
  ])('may be one that is known: %s, %s', (typed, name) => {
    expect(mayBe(typed, name)).toBe(true)
  })
  it.each([
    ['We', 'Weber & Sons'],
    ['Webber', 'Schmidt & Sons'],
    ['GmbH', 'Weber GmbH'],
    ['', 'Weber'],
    ['Sons', 'Weber & Sons'],
  ])('is another, or none yet: %s, %s', (typed, name) => {
    expect(mayBe(typed, name)).toBe(false)
  })
})
