import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lacksSecondFactor } from '../../../worker/features/office/rules/lacks-second-factor.ts'
import {
  BACKUP_CODES,
  backupCodeHash,
  newBackupCodes,
} from '../../../worker/http/sign-in/second-factor/backup-codes.ts'
import {
  noLongerPendingLine,
  pendingLine,
  pendingUser,
} from '../../../worker/http/sign-in/second-factor/pending-sign-in.ts'
import { openSecret, sealSecret } from '../../../worker/http/sign-in/second-factor/sealed-secret.ts'
import { codeAt, isAppCode, stepAt } from '../../../worker/http/sign-in/second-factor/totp.ts'
import { sha256Hex } from '../../../worker/kernel/digest.ts'
import { DAY_MS, MINUTE_MS } from '../../../worker/kernel/time.ts'

const KEY = 'a key of thirty-two characters or more'
const RFC_SECRET = new Uint8Array(new TextEncoder().encode('12345678901234567890'))

describe('the code of an authenticator app', () => {
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at %i seconds is the %s of RFC 6238, appendix B', async (seconds, code) => {
    expect(await codeAt(stepAt(new Date(seconds * 1000)), RFC_SECRET, 8)).toBe(code)
  })

  const RFC_4226 = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' ')
  it.each(RFC_4226.map((code, step) => ({ step, code })))(
    'of step $step is the $code of RFC 4226, appendix D',
    async ({ step, code }) => expect(await codeAt(step, RFC_SECRET)).toBe(code),
  )

  it('lasts for thirty seconds', () => {
    expect(stepAt(new Date(29_999))).toBe(0)
    expect(stepAt(new Date(30_000))).toBe(1)
  })

  it.each([
    ['123456', true],
    ['12345', false],
    ['1234567', false],
    ['12345a', false],
    ['١٢٣٤٥٦', false],
  ])('may look like %s: %s', (text, expected) => expect(isAppCode(text)).toBe(expected))
})

describe('a stored secret', () => {
  it('is opened for its user by its key, and is stored differently each time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 20, maxLength: 20 }), async (bytes) => {
        const secret = new Uint8Array(bytes)
        const sealed = await sealSecret(KEY, 'robin', secret)
        expect(await openSecret(KEY, 'robin', sealed)).toEqual(secret)
        expect(await sealSecret(KEY, 'robin', secret)).not.toBe(sealed)
      }),
      { numRuns: 20 },
    )
  })

  it('is a fault for another user, by another key, changed or broken', async () => {
    const sealed = await sealSecret(KEY, 'robin', RFC_SECRET)
    const changed = sealed.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))
    await expect(openSecret(KEY, 'mallory', sealed)).rejects.toThrow()
    await expect(openSecret(`${KEY}!`, 'robin', sealed)).rejects.toThrow()
    for (const text of [changed, sealed.slice(4), 'no base64', ''])
      await expect(openSecret(KEY, 'robin', text)).rejects.toThrow()
  })
})

describe('backup codes', () => {
  it('are eight different ones of eighty bits, in groups that can be copied by hand', () => {
    const codes = newBackupCodes()
    expect(new Set(codes).size).toBe(BACKUP_CODES)
    for (const code of codes) expect(code).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/)
  })

  it('are the same however they are typed', async () => {
    const hash = await backupCodeHash('abcd-efgh-2345-mnop')
    expect(hash).toBe(await sha256Hex('abcdefgh2345mnop'))
    for (const typed of ['ABCD EFGH 2345 MNOP', 'abcdefgh2345mnop', ' abcd - efgh-2345-mnop'])
      expect(await backupCodeHash(typed)).toBe(hash)
  })
})

describe('a sign-in that waits for a code', () => {
  const env = { STAGE: 'production', PUBLIC_URL: 'https://foyer.test', SECRET_KEY: KEY } as const
  const now = new Date('2026-03-02T08:00:00Z')
  const later = (ms: number) => new Date(now.getTime() + ms)
  const cookieOf = (line: string) => new Headers({ cookie: line.split(';')[0] ?? '' })

  it('is known by its cookie for five minutes', async () => {
    const cookie = cookieOf(await pendingLine(env, 'robin', now))
    expect(await pendingUser(env, cookie, later(5 * MINUTE_MS - 1))).toBe('robin')
    expect(await pendingUser(env, cookie, later(5 * MINUTE_MS))).toBeNull()
  })

  it('travels as carefully as a session', async () => {
    for (const line of [await pendingLine(env, 'robin', now), noLongerPendingLine(env)])
      expect(line).toMatch(/^__Host-foyer-pending=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  it('is nobody’s when the cookie is missing, empty, forged, prolonged or signed by another key', async () => {
    const line = await pendingLine(env, 'robin', now)
    const prolonged = line.replace(/~\d+~/, `~${later(DAY_MS).getTime()}~`)
    const forged = [
      '',
      noLongerPendingLine(env),
      line.replace('robin', 'mallory'),
      prolonged,
      '__Host-foyer-pending=robin',
      '__Host-foyer-pending=~~~',
    ]
    for (const cookie of forged) expect(await pendingUser(env, cookieOf(cookie), now)).toBeNull()
    expect(prolonged).not.toBe(line)
    expect(await pendingUser({ ...env, SECRET_KEY: `${KEY}!` }, cookieOf(line), now)).toBeNull()
  })
})

describe('an owner without a second factor', () => {
  const memberSince = new Date('2026-03-02T08:00:00Z')
  const at = (days: number) => new Date(memberSince.getTime() + days * DAY_MS)
  it.each([
    ['is let be for six days', true, null, 6, false],
    ['is refused from the seventh day on', true, null, 7, true],
    ['is let be where nobody asks', false, null, 70, false],
    ['is none any more once it is proved', true, at(30), 70, false],
  ])('%s', (_name, isRequired, twoFactorsAt, days, expected) =>
    expect(lacksSecondFactor({ isRequired, memberSince, twoFactorsAt }, at(days))).toBe(expected),
  )
})
