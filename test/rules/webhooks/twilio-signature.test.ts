import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { twilioSignature } from '../../../worker/http/webhooks/signatures/twilio.ts'

const authToken = 'foyer-test-token'
const URL_OF_DOOR = 'https://foyer.example/sms?office=7'
const STOP = { MessageSid: 'SM1', From: '+15550100', To: '+15550199', Body: 'STOP' }
const verdict = (signature: string | null, fields: URLSearchParams, url = URL_OF_DOOR, token = authToken) =>
  twilioSignature({
    authToken: token,
    url,
    fields,
    headers: new Headers(signature === null ? {} : { 'X-Twilio-Signature': signature }),
  })

/** Written down once more, by another library. */
const signed = (url: string, fields: [string, string][]) =>
  createHmac('sha1', authToken)
    .update(
      url +
        fields
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, value]) => name + value)
          .join(''),
    )
    .digest('base64')

describe('a signature of Twilio', () => {
  it('is believed over the address and all fields, whatever their order', async () => {
    const fields = new URLSearchParams(Object.entries(STOP).toReversed())
    expect(await verdict('VayIwJbkJaocDmhnyBktzxVng3o=', fields)).toEqual({ ok: true })
  })
  it('takes each value of a name once, in order', async () => {
    const fields = new URLSearchParams('MessageSid=SM1&D=5&D=1&D=1')
    expect(await verdict('jCuBdRK9ihP17VMZqOLSXlQ5O8A=', fields)).toEqual({ ok: true })
  })
  it.each([
    ['another text', 'VayIwJbkJaocDmhnyBktzxVng3o=', { ...STOP, Body: 'START' }, URL_OF_DOOR, authToken, 'forged'],
    ['a field more', 'VayIwJbkJaocDmhnyBktzxVng3o=', { ...STOP, New: '', X: '1' }, URL_OF_DOOR, authToken, 'forged'],
    [
      'another address',
      'VayIwJbkJaocDmhnyBktzxVng3o=',
      STOP,
      'https://foyer.example/sms?office=8',
      authToken,
      'forged',
    ],
    ['another token', 'VayIwJbkJaocDmhnyBktzxVng3o=', STOP, URL_OF_DOOR, 'other', 'forged'],
    ['no signature', null, STOP, URL_OF_DOOR, authToken, 'missing'],
    ['no base64', '!!', STOP, URL_OF_DOOR, authToken, 'malformed'],
  ])('is not believed with %s', async (_, signature, fields, url, token, why) => {
    expect(await verdict(signature, new URLSearchParams(fields), url, token)).toEqual({ ok: false, why })
  })
  it('is believed with the port in the address and without it', async () => {
    const entries = Object.entries(STOP)
    for (const url of ['https://foyer.example:443/sms?office=7', 'https://foyer.example/sms?office=7'])
      expect(await verdict(signed(url, entries), new URLSearchParams(STOP))).toEqual({ ok: true })
    const local = 'http://127.0.0.1:8787/hooks'
    expect(await verdict(signed('http://127.0.0.1/hooks', entries), new URLSearchParams(STOP), local)).toEqual({
      ok: true,
    })
  })
  it('is believed for any fields that were signed', async () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(word, word), { selector: ([name]) => name, maxLength: 8 }),
        async (entries) => {
          expect(await verdict(signed(URL_OF_DOOR, entries), new URLSearchParams(entries))).toEqual({ ok: true })
        },
      ),
    )
  })
})
