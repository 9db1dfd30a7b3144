import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signStandardWebhook, standardWebhook } from '../../../worker/http/webhooks/signatures/standard-webhook.ts'
import { bitTurned, bytesOf, letterChanged, ODD_BODIES } from './forgeries.ts'

const SECRET = btoa('foyer-test-secret-24byte')
const OTHER_SECRET = btoa('another-office-its-secret')
const NOW_MS = 1_700_000_000_000
const BODY = bytesOf('{"a":1}')
const SIGNATURE = 'v1,V1g08Zmh3qI5N0Ze8GZqz1fkfVhLKIzvZ8y3fFzaKbA='
const HEADERS = { 'webhook-id': 'msg_1', 'webhook-timestamp': '1700000000', 'webhook-signature': SIGNATURE }

const verdict = (more: Partial<typeof HEADERS> = {}, body: Uint8Array = BODY, nowMs = NOW_MS, secret = SECRET) =>
  standardWebhook({ secret, headers: new Headers({ ...HEADERS, ...more }), body, nowMs })

describe('a signed webhook of the generic door', () => {
  it('is believed, with or without the prefix of the secret', async () => {
    expect(await verdict()).toEqual({ ok: true, id: 'msg_1' })
    expect(await verdict({}, BODY, NOW_MS, `whsec_${SECRET}`)).toEqual({ ok: true, id: 'msg_1' })
  })

  it('is believed when one of several signatures is ours, whatever its place, and other schemes are passed over', async () => {
    const old = `v1,${btoa('x'.repeat(32))}`
    for (const list of [`${old} ${SIGNATURE}`, `${SIGNATURE} ${old}`, `v1a,abc ${SIGNATURE}`])
      expect(await verdict({ 'webhook-signature': list })).toMatchObject({ ok: true })
  })

  it.each(ODD_BODIES)('is believed with a body of %s that we signed ourselves', async (_, body) => {
    const headers = new Headers(await signStandardWebhook({ secret: SECRET, id: 'msg_2', nowMs: NOW_MS, body }))
    expect(await standardWebhook({ secret: SECRET, headers, body, nowMs: NOW_MS })).toEqual({ ok: true, id: 'msg_2' })
    expect(await standardWebhook({ secret: OTHER_SECRET, headers, body, nowMs: NOW_MS })).toMatchObject({
      why: 'forged',
    })
  })

  it('is signed as the specification has it', async () => {
    expect(await signStandardWebhook({ secret: SECRET, id: 'msg_1', nowMs: NOW_MS, body: BODY })).toEqual(HEADERS)
  })

  it.each(Object.keys(HEADERS))('is refused without %s, and with it empty', async (name) => {
    const headers = new Headers(HEADERS)
    headers.delete(name)
    expect(await standardWebhook({ secret: SECRET, headers, body: BODY, nowMs: NOW_MS })).toMatchObject({
      why: 'missing',
    })
    expect(await verdict({ [name]: '' })).toEqual({ ok: false, why: 'missing' })
  })

  it.each(Object.entries(HEADERS))('is refused when %s comes twice', async (name, value) => {
    const headers = new Headers(HEADERS)
    headers.append(name, value)
    const answer = await standardWebhook({ secret: SECRET, headers, body: BODY, nowMs: NOW_MS })
    expect(answer).toEqual({ ok: false, why: 'malformed' })
  })

  it('knows another scheme alone for no signature', async () => {
    expect(await verdict({ 'webhook-signature': 'v1a,V1g08Zmh3qI5' })).toEqual({ ok: false, why: 'missing' })
  })

  it.each([
    'NaN',
    'Infinity',
    '-1700000000',
    '1700000000.0',
    '1.7e9',
    '0x6553f100',
    '17000000000',
    '',
    ' ',
    '１７００００００００',
  ])('is refused with the time %j', async (timestamp) => {
    const headers = new Map(Object.entries({ ...HEADERS, 'webhook-timestamp': timestamp }))
    const answer = await standardWebhook({
      secret: SECRET,
      headers: { get: (name: string) => headers.get(name) ?? null } as Headers,
      body: BODY,
      nowMs: NOW_MS,
    })
    expect(answer.ok).toBe(false)
  })

  it('is believed five minutes before and after its time, and not a millisecond longer', async () => {
    const FIVE_MINUTES_MS = 300_000
    for (const side of [-1, 1]) {
      expect(await verdict({}, BODY, NOW_MS + side * FIVE_MINUTES_MS)).toMatchObject({ ok: true })
      expect(await verdict({}, BODY, NOW_MS + side * (FIVE_MINUTES_MS + 1))).toEqual({ ok: false, why: 'stale' })
    }
  })

  it('does not let a byte wander between id, time and body', async () => {
    const body = bytesOf('1700000001.{"a":1}')
    const signed = await signStandardWebhook({ secret: SECRET, id: 'a', nowMs: NOW_MS, body })
    const moved = { ...signed, 'webhook-id': 'a.1700000000', 'webhook-timestamp': '1700000001' }
    const answer = await standardWebhook({ secret: SECRET, headers: new Headers(moved), body: BODY, nowMs: NOW_MS })
    expect(answer).toEqual({ ok: false, why: 'malformed' })
  })

  it('is never believed when anything of it was changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.nat(), async (bit, at, letter) => {
        const answers = await Promise.all([
          verdict({}, bitTurned(BODY, bit)),
          verdict({ 'webhook-signature': letterChanged(SIGNATURE, at, letter) }),
          verdict({ 'webhook-id': letterChanged('msg_1', at, letter) }),
          verdict({ 'webhook-timestamp': letterChanged('1700000000', at, letter) }),
          verdict({}, BODY, NOW_MS, btoa(letterChanged('foyer-test-secret-24byte', at, letter))),
        ])
        expect(answers.filter((answer) => answer.ok)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('costs nothing when a header is hostile', async () => {
    const startedAt = performance.now()
    expect(await verdict({ 'webhook-signature': `${SIGNATURE} `.repeat(10_000) })).toMatchObject({ ok: false })
    expect(await verdict({ 'webhook-signature': `${SIGNATURE} `.repeat(30).trim() })).toMatchObject({ ok: false })
    expect(await verdict({ 'webhook-id': 'a'.repeat(1_000_000) })).toMatchObject({ ok: false })
    expect(performance.now() - startedAt).toBeLessThan(200)
  })
})
