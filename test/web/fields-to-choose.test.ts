import { describe, expect, test } from 'vitest'
import { fieldsToChoose } from '../../web/features/contacts/merge/fields-to-choose.ts'
import type { Contact } from '../../web/features/contacts/types.ts'

const contact = (more: Partial<Contact>): Contact => ({
  ...{ id: 'c', name: 'Ann', version: 1, birthday: null, ownerId: null, fields: {}, source: 'member', household: null },
  ...{ createdAt: '2026-03-02T08:00:00.000Z', addresses: [] },
  ...more,
})
const words = {
  currency: 'EUR',
  members: [{ userId: 'u1', name: 'Robin' }],
  fields: [
    { id: 'plan', label: 'Plan', kind: 'choice', options: [{ id: 'g', label: 'Gold' }] },
    { id: 'limit', label: 'Limit', kind: 'money', options: [] },
    { id: 'dog', label: 'Dog', kind: 'flag', options: [] },
  ],
}

describe('what is chosen when two contacts become one', () => {
  test('are the fields in which they differ, each under its own name and with its values in words', () => {
    const keep = contact({ fields: { limit: 1250, dog: true } })
    const drop = contact({ birthday: '--12-24', ownerId: 'u1', fields: { plan: 'g', limit: 2000, dog: true } })
    expect(fieldsToChoose(keep, drop, words)).toEqual([
      { name: 'birthday', label: 'Birthday', kept: null, dropped: expect.stringContaining('24') },
      { name: 'ownerId', label: 'Looked after by', kept: null, dropped: 'Robin' },
      { name: 'fields.plan', label: 'Plan', kept: null, dropped: 'Gold' },
      {
        name: 'fields.limit',
        label: 'Limit',
        kept: expect.stringContaining('12.5'),
        dropped: expect.stringContaining('20'),
      },
    ])
  })

  test('is nothing where the one that goes has nothing of its own', () => {
    const keep = contact({ birthday: '1990-02-03', fields: { plan: 'g' } })
    expect(fieldsToChoose(keep, contact({}), words)).toEqual([])
  })
})
