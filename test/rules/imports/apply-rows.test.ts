import { describe, expect, it } from 'vitest'
import { applyRows } from '../../../worker/features/imports/rules/apply-rows.ts'
import { nothingKnown } from '../../../worker/features/imports/rules/known.ts'
import type { Draft } from '../../../worker/features/imports/rules/row-draft.ts'

const by = { id: '01a21ed5-91c4-7518-b54a-0123456789ab', title: 'x', authorId: 'u', atMs: 0 }
const email = (value: string) => ({ kind: 'email' as const, value, asTyped: value, parts: null })
const draft = (name: string, more: Partial<Draft> = {}): Draft => ({
  name,
  birthday: null,
  addresses: [],
  company: null,
  role: null,
  tags: [],
  note: null,
  fields: {},
  ...more,
})
const apply = (drafts: Draft[], matchBy: Parameters<typeof applyRows>[1] = ['email', 'phone', 'name_company']) =>
  applyRows(
    drafts.map((each, at) => ({ number: at + 1, draft: each })),
    matchBy,
    nothingKnown(),
    by,
  )

describe('who a row speaks of', () => {
  it.each([
    [
      'the same address and name',
      [draft('Mara Weber', { addresses: [email('m@x')] }), draft('Weber, Mara', { addresses: [email('m@x')] })],
      1,
    ],
    [
      'the same address of a family',
      [draft('Mara Weber', { addresses: [email('m@x')] }), draft('Tom Okt', { addresses: [email('m@x')] })],
      2,
    ],
    ['the same name alone', [draft('Mara Weber'), draft('Mara Weber')], 2],
    [
      'the same name at the same company',
      [draft('Mara Weber', { company: 'Kai' }), draft('Mara Weber', { company: 'KAI' })],
      1,
    ],
    [
      'the same name at another company',
      [draft('Mara Weber', { company: 'Kai' }), draft('Mara Weber', { company: 'Bug' })],
      2,
    ],
    [
      'an address without a name',
      [draft('Mara Weber', { addresses: [email('m@x')] }), draft('m@x', { addresses: [email('m@x')] })],
      1,
    ],
  ])('%s', (_, drafts, people) => expect(apply(drafts).made.get('contacts')).toHaveLength(people))

  it('is asked only by the rules that were chosen', () => {
    expect(
      apply([draft('A B', { addresses: [email('m@x')] }), draft('A B', { addresses: [email('m@x')] })], []).counts
        .created,
    ).toBe(2)
  })

  it('shares an address with the first as the one usually meant', () => {
    const { made } = apply([
      draft('Mara Weber', { addresses: [email('m@x')] }),
      draft('Tom Okt', { addresses: [email('m@x')] }),
    ])
    expect(made.get('addresses')).toHaveLength(1)
    expect(made.get('contactAddresses')?.map((row) => row.isDefault)).toEqual([true, false])
  })
})
