import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isSameSecret } from '../../../worker/kernel/same-secret.ts'

it('a secret is the same as itself and as nothing else', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (secret) => isSameSecret(secret, `${secret}`)))
  fc.assert(fc.property(fc.string(), fc.string(), (one, other) => isSameSecret(one, other) === (one === other)))
  expect(isSameSecret('abc', 'abd')).toBe(false)
  expect(isSameSecret('abc', 'abcd')).toBe(false)
})
