import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inboundSecret } from '../../../worker/features/office/inbound-secret.ts'
import { invitationToken, readInvitationToken } from '../../../worker/features/office/invitation-token.ts'
import { COMMON_PASSWORDS } from '../../../worker/http/sign-in/common-passwords.ts'
import { sessionCookie, tokenIn } from '../../../worker/http/sign-in/cookie.ts'
import { SHORTEST_PASSWORD } from '../../../worker/http/sign-in/input.ts'
import { placeOf } from '../../../worker/http/sign-in/place.ts'
import { weaknessOf } from '../../../worker/http/sign-in/weak-password.ts'
import { sha256Hex } from '../../../worker/kernel/digest.ts'
import { OfficeId } from '../../../worker/kernel/ids.ts'

const KEY = 'a key of thirty-two characters or more'
const OFFICE = OfficeId.parse('0199c1f0-0000-7000-8000-000000000001')

describe('the place of a request', () => {
  const place = (address: string) => placeOf(new Headers({ 'cf-connecting-ip': address }))

  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
  ])('of %s is %s', (address, expected) => expect(place(address)).toBe(expected))

  it('is believed of nobody but Cloudflare', () => {
    expect(placeOf(new Headers({ 'x-forwarded-for': '203.0.113.9', 'x-real-ip': '203.0.113.9' }))).toBe('local')
  })

  it('is the same for all of a network, and for every spelling of it', () => {
    const group = fc.integer({ min: 0, max: 0xffff })
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 4, maxLength: 4 }),
        fc.array(group, { minLength: 4, maxLength: 4 }),
        (net, host) => {
          const short = [...net, ...host].map((value) => value.toString(16)).join(':')
          const long = [...net, ...host].map((value) => value.toString(16).padStart(4, '0').toUpperCase()).join(':')
          const zeroHost = `${net.map((value) => value.toString(16)).join(':')}::`
          expect(place(long)).toBe(place(short))
          expect(place(zeroHost)).toBe(place(short))
        },
      ),
    )
  })
})

describe('a weak password', () => {
  it('is a common one in any case, or the address', () => {
    expect(weaknessOf('PassWord123', null)).toContain('choose another')
    expect(weaknessOf('robin.example', 'robin.example@example.test')).toContain('choose another')
    expect(weaknessOf('Robin.Example@example.test', 'robin.example@example.test')).toContain('choose another')
    expect(weaknessOf('correct horse battery', 'robin.example@example.test')).toBeNull()
  })

  it('is looked for among several hundred that the length would let through', () => {
    expect(COMMON_PASSWORDS.size).toBeGreaterThan(300)
    for (const password of COMMON_PASSWORDS) {
      expect(password.length).toBeGreaterThanOrEqual(SHORTEST_PASSWORD)
      expect(password).toBe(password.toLowerCase())
    }
  })
})

describe('the cookie of a session', () => {
  it('has the host prefix everywhere but on a laptop without https', () => {
    expect(sessionCookie({ STAGE: 'production', PUBLIC_URL: 'http://wrongly-set.test' })).toEqual({
      name: '__Host-foyer',
      secure: true,
    })
    expect(sessionCookie({ STAGE: 'local', PUBLIC_URL: 'https://foyer.test' }).secure).toBe(true)
    expect(sessionCookie({ STAGE: 'local', PUBLIC_URL: 'http://127.0.0.1:8787' })).toEqual({
      name: 'foyer',
      secure: false,
    })
  })

  it('is found among others, by its whole name', () => {
    const headers = new Headers({ cookie: 'x__Host-foyer=wrong; __Host-foyer=token.signature; foyer=other' })
    expect(tokenIn(headers, '__Host-foyer')).toBe('token')
    expect(tokenIn(headers, 'foyer')).toBe('other')
    expect(tokenIn(new Headers(), 'foyer')).toBeNull()
  })
})

describe('the link of an invitation', () => {
  it('names its office and invitation', async () => {
    const token = await invitationToken(KEY, OFFICE, 'one')
    expect(encodeURIComponent(token)).toBe(token)
    expect(await readInvitationToken(KEY, token)).toEqual({ officeId: OFFICE, id: 'one' })
  })

  it('is worthless with any letter changed, for another invitation, and under another key', async () => {
    const token = await invitationToken(KEY, OFFICE, 'one')
    const changed = [...token].map(
      (letter, at) => token.slice(0, at) + (letter === 'a' ? 'b' : 'a') + token.slice(at + 1),
    )
    const digest = token.split('.')[2]
    const forged = [...changed, `${OFFICE}.two.${digest}`, `${token}x`, token.slice(0, -1), '', '..', `${OFFICE}.one.`]
    for (const text of forged) expect([text, await readInvitationToken(KEY, text)]).toEqual([text, null])
    expect(await readInvitationToken(`${KEY}!`, token)).toBeNull()
  })
})

it('derives another secret for each inbound address and version, in the form of Standard Webhooks', async () => {
  const secrets = await Promise.all([
    inboundSecret(KEY, { key: 'one', secretVersion: 1 }),
    inboundSecret(KEY, { key: 'one', secretVersion: 2 }),
    inboundSecret(KEY, { key: 'two', secretVersion: 1 }),
    inboundSecret(`${KEY}!`, { key: 'one', secretVersion: 1 }),
  ])
  expect(new Set(secrets).size).toBe(4)
  for (const secret of secrets) expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect(await inboundSecret(KEY, { key: 'one', secretVersion: 1 })).toBe(secrets[0])
})

it('hashes as SHA-256 does', async () => {
  expect(await sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
