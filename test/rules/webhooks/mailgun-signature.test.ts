import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAILGUN_WINDOW_MS, mailgunSignature } from '../../../worker/http/webhooks/signatures/mailgun.ts'
import { letterChanged } from './forgeries.ts'

const NOW_MS = 1_700_000_000_000
const PROOF = {
  signingKey: 'foyer-test-key',
  timestamp: '1700000000',
  token: 'a'.repeat(50),
  signature: '6231c52ab9b36408f1b5c74794fd1fa81c601a3ac124066f31217727e497f4d1',
  nowMs: NOW_MS,
}
const verdict = (more: Partial<Record<keyof typeof PROOF, unknown>> = {}) =>
  mailgunSignature({ ...PROOF, ...more } as typeof PROOF)

describe('a signed Mailgun route', () => {
  it('is believed and hands over its token, which may pass once', async () => {
    expect(await verdict()).toEqual({ ok: true, token: 'a'.repeat(50) })
  })

  it.each(['timestamp', 'token', 'signature'])('is refused without its %s', async (field) => {
    expect(await verdict({ [field]: null })).toEqual({ ok: false, why: 'missing' })
    expect(await verdict({ [field]: '' })).toEqual({ ok: false, why: 'missing' })
  })

  it.each([
    { timestamp: 'NaN' },
    { timestamp: '1700000000, 1700000000' },
    { timestamp: '1700000000.5' },
    { token: 'a'.repeat(49) },
    { token: 'a'.repeat(51) },
    { signature: PROOF.signature.toUpperCase() },
    { signature: `${PROOF.signature}00` },
    { signature: 'z'.repeat(64) },
  ])('is refused when it is written as %j', async (more) => {
    expect(await verdict(more)).toEqual({ ok: false, why: 'malformed' })
  })

  it('does not let a digit wander from the time into the token', async () => {
    expect(await verdict({ timestamp: '170000000', token: `0${'a'.repeat(50)}` })).toEqual({
      ok: false,
      why: 'malformed',
    })
  })

  it('is believed for nine hours, because it is repeated for eight, and five minutes ahead', async () => {
    expect(await verdict({ nowMs: NOW_MS + MAILGUN_WINDOW_MS })).toMatchObject({ ok: true })
    expect(await verdict({ nowMs: NOW_MS + MAILGUN_WINDOW_MS + 1 })).toEqual({ ok: false, why: 'stale' })
    expect(await verdict({ nowMs: NOW_MS - 300_000 })).toMatchObject({ ok: true })
    expect(await verdict({ nowMs: NOW_MS - 300_001 })).toEqual({ ok: false, why: 'stale' })
  })

  it("is refused with another account's key", async () => {
    expect(await verdict({ signingKey: 'foyer-test-kez' })).toEqual({ ok: false, why: 'forged' })
  })

  it('is never believed when anything of it was changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (at, letter) => {
        const answers = await Promise.all([
          verdict({ timestamp: letterChanged(PROOF.timestamp, at, letter) }),
          verdict({ token: letterChanged(PROOF.token, at, letter) }),
          verdict({ signature: letterChanged(PROOF.signature, at, letter) }),
          verdict({ signingKey: letterChanged(PROOF.signingKey, at, letter) }),
        ])
        expect(answers.filter((answer) => answer.ok)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})
