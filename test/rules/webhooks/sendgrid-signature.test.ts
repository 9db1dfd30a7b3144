import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { rawFromDer } from '../../../worker/http/webhooks/signatures/ecdsa-der.ts'
import { sendgridSignature } from '../../../worker/http/webhooks/signatures/sendgrid.ts'
import { bitTurned, bytesOf, letterChanged, ODD_BODIES } from './forgeries.ts'

const NOW_MS = 1_700_000_000_000
const TIMESTAMP = '1700000000'
const BODY = bytesOf('--xYzZY\r\nContent-Disposition: form-data; name="email"\r\n\r\nHi\r\n--xYzZY--\r\n')
const NAMES = {
  signature: 'X-Twilio-Email-Event-Webhook-Signature',
  timestamp: 'X-Twilio-Email-Event-Webhook-Timestamp',
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const newPair = () => crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
const shown = async (pair: CryptoKeyPair) =>
  base64(new Uint8Array((await crypto.subtle.exportKey('spki', pair.publicKey)) as ArrayBuffer))

/** DER as a vendor writes it: the test's own encoder, independent of the decoder under test. */
function derOf(raw: Uint8Array): Uint8Array {
  const integer = (bytes: Uint8Array) => {
    const digits = [...bytes.subarray(bytes.findIndex((byte) => byte !== 0))]
    const positive = (digits[0] ?? 0) > 127 ? [0, ...digits] : digits
    return [2, positive.length, ...positive]
  }
  const numbers = [...integer(raw.subarray(0, 32)), ...integer(raw.subarray(32))]
  return Uint8Array.from([48, numbers.length, ...numbers])
}

async function signedBy(pair: CryptoKeyPair, body: Uint8Array, timestamp = TIMESTAMP): Promise<Uint8Array> {
  const message = Buffer.concat([bytesOf(timestamp), body])
  const raw = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, message)
  return derOf(new Uint8Array(raw))
}

let pair: CryptoKeyPair
let publicKey: string
let der: Uint8Array
beforeAll(async () => {
  pair = (await newPair()) as CryptoKeyPair
  publicKey = await shown(pair)
  der = await signedBy(pair, BODY)
})

const verdict = (
  more: { signature?: string; timestamp?: string; body?: Uint8Array; nowMs?: number; key?: string } = {},
) =>
  sendgridSignature({
    publicKey: more.key ?? publicKey,
    headers: new Headers({
      [NAMES.signature]: more.signature ?? base64(der),
      [NAMES.timestamp]: more.timestamp ?? TIMESTAMP,
    }),
    body: more.body ?? BODY,
    nowMs: more.nowMs ?? NOW_MS,
  })

describe('a signed SendGrid webhook', () => {
  it('is believed, two hundred signatures of every length long', async () => {
    for (let i = 0; i < 200; i += 1) {
      const signature = base64(await signedBy(pair, BODY))
      expect(await verdict({ signature })).toEqual({ ok: true })
    }
  })

  it.each(ODD_BODIES)('is believed with a body of %s, and not with another key', async (_, body) => {
    const signature = base64(await signedBy(pair, body))
    expect(await verdict({ body, signature })).toEqual({ ok: true })
    const key = await shown((await newPair()) as CryptoKeyPair)
    expect(await verdict({ body, signature, key })).toEqual({ ok: false, why: 'forged' })
  })

  it.each(Object.values(NAMES))('is refused without %s, and with it twice', async (name) => {
    const headers = new Headers({ [NAMES.signature]: base64(der), [NAMES.timestamp]: TIMESTAMP })
    headers.append(name, headers.get(name) ?? '')
    const proof = { publicKey, headers, body: BODY, nowMs: NOW_MS }
    expect(await sendgridSignature(proof)).toEqual({ ok: false, why: 'malformed' })
    headers.delete(name)
    expect(await sendgridSignature(proof)).toEqual({ ok: false, why: 'missing' })
  })

  it('is believed within five minutes on both sides, or within the window it is given', async () => {
    for (const side of [-1, 1]) {
      expect(await verdict({ nowMs: NOW_MS + side * 300_000 })).toEqual({ ok: true })
      expect(await verdict({ nowMs: NOW_MS + side * 300_001 })).toEqual({ ok: false, why: 'stale' })
    }
    const headers = new Headers({ [NAMES.signature]: base64(der), [NAMES.timestamp]: TIMESTAMP })
    const late = { publicKey, headers, body: BODY, nowMs: NOW_MS + 3_600_000, toleranceMs: 3_600_000 }
    expect(await sendgridSignature(late)).toEqual({ ok: true })
  })

  it.each(['NaN', '', '1700000000.0', '-1700000000'])('is refused with the time %j', async (timestamp) => {
    expect((await verdict({ timestamp })).ok).toBe(false)
  })

  it('is never believed when anything of it was changed', async () => {
    const signature = base64(der)
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.nat(), async (bit, at, letter) => {
        const answers = await Promise.all([
          verdict({ body: bitTurned(BODY, bit) }),
          verdict({ signature: base64(bitTurned(der, bit)) }),
          verdict({ signature: letterChanged(signature, at, letter) }),
          verdict({ timestamp: letterChanged(TIMESTAMP, at, letter) }),
        ])
        expect(answers.filter((answer) => answer.ok)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})

describe('DER to r‖s', () => {
  it('gives back what was encoded, leading zeros and all', () => {
    const sixtyFour = fc.uint8Array({ minLength: 64, maxLength: 64 }).filter((raw) => {
      return raw.subarray(0, 32).some(Boolean) && raw.subarray(32).some(Boolean)
    })
    fc.assert(fc.property(sixtyFour, (raw) => void expect(rawFromDer(derOf(raw))).toEqual(raw)))
    const small = new Uint8Array(64)
    small[31] = 1
    small[63] = 200
    expect(rawFromDer(derOf(small))).toEqual(small)
  })

  it('refuses any other spelling, and never throws', () => {
    const one = [2, 1, 1]
    const padded = [2, 2, 0, 1]
    const negative = [2, 1, 128]
    const of = (...numbers: number[][]) => Uint8Array.from([48, numbers.flat().length, ...numbers.flat()])
    expect(rawFromDer(of(one, one))).not.toBeNull()
    for (const wrong of [
      of(padded, one),
      of(one, negative),
      of(one),
      of(one, one, one),
      of(one, [2, 0]),
      of(one, [3, 1, 1]),
    ])
      expect(rawFromDer(wrong)).toBeNull()
    fc.assert(fc.property(fc.uint8Array({ maxLength: 90 }), (bytes) => void rawFromDer(bytes)))
  })
})
