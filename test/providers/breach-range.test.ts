import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { refuseWeak } from '../../worker/http/sign-in/refuse-weak.ts'
import { sha1Hex } from '../../worker/kernel/digest.ts'
import { breachRange, noBreaches } from '../../worker/providers/breach-range.ts'

const STOLEN = 'correct horse battery'
const OTHER = 'seven green kettles'
const LOOSE = 'a password of padding'

type Reply = { status?: number; headers?: Record<string, string>; body?: string } | 'hang' | 'cut'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A local range service, as well or as badly kept as told. */
async function service(reply: (suffix: string) => Reply) {
  const seen: { path: string; padding: unknown }[] = []
  const suffix = (await sha1Hex(STOLEN)).toUpperCase().slice(5)
  const server = createServer((request, response) => {
    seen.push({ path: request.url ?? '', padding: request.headers['add-padding'] })
    const answer = reply(suffix)
    if (answer === 'hang') return
    if (answer === 'cut') {
      response.writeHead(200, { 'content-length': '100' }).write('0018A45C4D1DEF81644B54AB7F969B88D65:1')
      setTimeout(() => response.destroy(), 20)
      return
    }
    response.writeHead(answer.status ?? 200, answer.headers).end(answer.body ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/range`, seen }
}

/** Whether a password is taken by the sign-in, and what was logged meanwhile. */
async function judged(url: string, password: string) {
  const faults: string[] = []
  const log = { note: () => undefined, fault: (event: string) => void faults.push(event) }
  const refusal = await refuseWeak({ breaches: breachRange(url), log }, password, null).then(
    () => null,
    (error: Error) => error.message,
  )
  return { refusal, faults }
}

describe('a list of stolen passwords', () => {
  it('is asked for five letters of the hash and nothing else, with padding', async () => {
    const { url, seen } = await service((suffix) => ({ body: `0018A45C4D1DEF81644B54AB7F969B88D65:1\r\n${suffix}:42` }))
    const { refusal, faults } = await judged(url, STOLEN)
    expect(refusal).toContain('stolen from another site')
    expect(faults).toEqual([])
    const hash = (await sha1Hex(STOLEN)).toUpperCase()
    expect(seen).toEqual([{ path: `/range/${hash.slice(0, 5)}`, padding: 'true' }])
  })

  it('lets through what it does not hold, and what only pads it', async () => {
    const padded = (await sha1Hex(LOOSE)).toUpperCase().slice(5)
    const { url } = await service((suffix) => ({ body: `${suffix}:42\r\n${padded}:0` }))
    expect(await judged(url, OTHER)).toEqual({ refusal: null, faults: [] })
    expect(await judged(url, LOOSE)).toEqual({ refusal: null, faults: [] })
  })

  it.each<[string, Reply]>([
    ['answers with a fault', { status: 503 }],
    ['asks to wait', { status: 429, headers: { 'retry-after': '2' } }],
    ['leads elsewhere', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }],
    ['does not answer', 'hang'],
    ['breaks off', 'cut'],
    ['answers far too much', { body: 'x'.repeat(600_000) }],
  ])('that %s stands in nobody’s way, and is logged', async (_what, reply) => {
    const { url } = await service(() => reply)
    expect(await judged(url, STOLEN)).toEqual({ refusal: null, faults: ['stolen_passwords_not_asked'] })
  })

  it('that answers something else holds nothing', async () => {
    const { url } = await service(() => ({ body: '<html>Welcome to the hotel’s network</html>' }))
    expect(await judged(url, STOLEN)).toEqual({ refusal: null, faults: [] })
  })

  it('that cannot be reached stands in nobody’s way', async () => {
    expect(await judged('http://127.0.0.1:1', STOLEN)).toEqual({
      refusal: null,
      faults: ['stolen_passwords_not_asked'],
    })
  })

  it('is empty where no service is named', async () => {
    expect(await noBreaches.knownUnder('ABCDE')).toEqual(new Set())
  })
})
