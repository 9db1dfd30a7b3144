import { createExecutionContext } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Env } from '../../worker/env.ts'
import { app } from '../../worker/http/app.ts'
import { imagePass } from '../../worker/http/image-pass.ts'
import { OfficeId } from '../../worker/kernel/ids.ts'
import { HOUR_MS, MINUTE_MS } from '../../worker/kernel/time.ts'
import { colleagueOf } from '../support/inside.ts'
import { inboxOf, postMail, understood } from '../support/mails.ts'
import { ORIGIN, ownerWithOffice, type Person, signUp } from '../support/people.ts'
import { rawMail } from '../support/raw-mail.ts'

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const HTML = [
  '<p onclick="evil()">Look:</p><script>evil()</script>',
  '<img src="cid:logo"><img src="cid:drawing"><img src="cid:nothing"><img src="https://tracker.test/pixel.png">',
].join('')

const part = (headers: string[], body: string) => ['--b', ...headers, '', body]
const TEXT = [
  ...part(['Content-Type: text/html; charset=utf-8'], HTML),
  ...part(['Content-Type: image/png', 'Content-ID: <logo>', 'Content-Transfer-Encoding: base64'], PNG),
  ...part(['Content-Type: image/svg+xml', 'Content-ID: <drawing>'], SVG),
  ...part(['Content-Type: text/html', 'Content-Disposition: attachment; filename="Änderung (1).html"'], HTML),
  '--b--',
].join('\r\n')
const RAW = rawMail({ subject: 'Pictures', text: TEXT, headers: ['Content-Type: multipart/mixed; boundary=b'] })

let owner: Person
let viewer: Person
let stranger: Person
let officeId: OfficeId
let strangersOffice: OfficeId
let messageId: string
let attachments: { id: string; name: string; type: string }[]
beforeAll(async () => {
  const ours = await ownerWithOffice()
  const theirs = await ownerWithOffice()
  ;({ owner } = ours)
  stranger = theirs.owner
  officeId = OfficeId.parse(ours.officeId)
  strangersOffice = OfficeId.parse(theirs.officeId)
  viewer = await colleagueOf(owner, officeId, 'viewer')
  await postMail(await inboxOf(owner), RAW)
  const { messages } = await understood(owner, 'Pictures')
  messageId = messages[0]!.id
  attachments = messages[0]!.attachments
})

const get = (path: string, who?: Person) =>
  exports.default.fetch(`${ORIGIN}/files/${path}`, { headers: who ? { cookie: who.cookie } : {} })

/** The same, of a Worker some of whose bindings are other ones. */
const getWith = (path: string, changes: Partial<Env>, headers: Record<string, string> = {}) =>
  app.fetch(new Request(`${ORIGIN}${path}`, { headers }), { ...env, ...changes }, createExecutionContext())

const idOf = (type: string) => attachments.find((attachment) => attachment.type === type)!.id

describe('a mail’s page', () => {
  it('is framed by us only, and runs nothing', async () => {
    const page = await get(`messages/${messageId}/html`, owner)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const policy = page.headers.get('content-security-policy')!.split('; ')
    expect(policy).toEqual(
      expect.arrayContaining([
        ...["default-src 'none'", "img-src 'self' data:", "form-action 'none'", "base-uri 'none'"],
        ...["frame-ancestors 'self'", 'sandbox allow-popups allow-popups-to-escape-sandbox'],
      ]),
    )
    expect(policy.join()).not.toMatch(/script|allow-same-origin/)
    const html = await page.text()
    expect(html).toContain('<base target="_blank">')
    expect(html).toContain('Look:')
    expect(html).not.toMatch(/evil|<script|onclick/)
  })

  it('shows what came with it, and images from elsewhere only when they are asked for', async () => {
    const hidden = await (await get(`messages/${messageId}/html`, owner)).text()
    expect(hidden).not.toMatch(/\ssrc="https:/)
    expect(hidden.match(/\ssrc="\/files\/images\//g)).toHaveLength(2)
    const shown = await get(`messages/${messageId}/html?images=show`, owner)
    expect(shown.headers.get('content-security-policy')).toContain("img-src 'self' data: https:")
    expect(await shown.text()).toContain('src="https://tracker.test/pixel.png"')
  })
})

describe('a mail’s files', () => {
  it('are its text, as text', async () => {
    const text = await get(`messages/${messageId}/text`, owner)
    expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(text.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(await text.text()).toContain('Look:')
  })

  it('are its original, byte for byte, to be saved', async () => {
    const raw = await get(`messages/${messageId}/raw`, owner)
    expect(raw.headers.get('content-type')).toBe('message/rfc822')
    expect(raw.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''message.eml")
    expect(new Uint8Array(await raw.arrayBuffer())).toEqual(RAW)
  })

  it('are its attachments, to be saved and never to be shown', async () => {
    for (const { id, name } of attachments) {
      const file = await get(`attachments/${id}`, owner)
      expect(file.headers.get('content-type')).toBe('application/octet-stream')
      const [kind, saved] = file.headers.get('content-disposition')!.split("; filename*=UTF-8''")
      expect([kind, decodeURIComponent(saved!)]).toEqual(['attachment', name])
      expect(file.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
      expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(0)
    }
    expect(attachments.map(({ name }) => name)).toContain('Änderung (1).html')
  })
})

describe('whoever asks for a file', () => {
  const paths = () => [
    ...['html', 'text', 'raw'].map((kind) => `messages/${messageId}/${kind}`),
    `attachments/${attachments[0]!.id}`,
  ]

  it('and works in the office, is given it, a viewer too', async () => {
    for (const path of paths()) expect((await get(path, viewer)).status).toBe(200)
  })

  it('and is not signed in, is asked to', async () => {
    for (const path of paths()) expect((await get(path)).status).toBe(401)
  })

  it('and works elsewhere or nowhere, is told that it does not exist, like of one that does not', async () => {
    const nowhere = await signUp()
    const missing = await (await get('messages/nothing/raw', stranger)).text()
    for (const who of [stranger, nowhere]) for (const path of paths()) expect((await get(path, who)).status).toBe(404)
    expect(await (await get(`messages/${messageId}/raw`, stranger)).text()).toBe(missing)
  })

  it('that is not there any more, is told so', async () => {
    const file = await env.FILES.get(`${officeId}/messages/${messageId}/display.html`)
    await env.FILES.delete(file!.key)
    expect((await get(`messages/${messageId}/html`, owner)).status).toBe(404)
    await env.FILES.put(file!.key, await new Response(file!.body).arrayBuffer())
  })
})

describe('an image’s address', () => {
  const passOf = (attachmentId: string, now = new Date(), of = officeId) =>
    imagePass(env.SECRET_KEY, { officeId: of, attachmentId }, now)

  it('shows it to whoever holds the address, in a frame without a cookie', async () => {
    const html = await (await get(`messages/${messageId}/html`, owner)).text()
    const [, path] = /src="(\/files\/images\/[^"]+)"/.exec(html)!
    const image = await exports.default.fetch(`${ORIGIN}${path}`)
    expect(image.status).toBe(200)
    expect(image.headers.get('content-type')).toBe('image/png')
    expect(image.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(image.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect((await image.arrayBuffer()).byteLength).toBe(atob(PNG).length)
  })

  it('shows nothing that is no plain image', async () => {
    for (const type of ['image/svg+xml', 'text/html'])
      expect((await get(`images/${await passOf(idOf(type))}`)).status).toBe(404)
  })

  it('ends after an hour', async () => {
    const [fresh, old] = [HOUR_MS - MINUTE_MS, HOUR_MS + 1].map((ms) => new Date(Date.now() - ms))
    expect((await get(`images/${await passOf(idOf('image/png'), fresh)}`)).status).toBe(200)
    expect((await get(`images/${await passOf(idOf('image/png'), old)}`)).status).toBe(404)
  })

  it('is worth nothing when a letter of it is changed, or when another office’s key made it', async () => {
    const pass = await passOf(idOf('image/png'))
    for (let at = 0; at < pass.length; at += 7) {
      const changed = `${pass.slice(0, at)}${pass[at] === '1' ? '2' : '1'}${pass.slice(at + 1)}`
      expect([changed, (await get(`images/${changed}`)).status]).toEqual([changed, 404])
    }
    const foreign = [
      await passOf(idOf('image/png'), new Date(), strangersOffice),
      await imagePass('another key of at least 32 letters', { officeId, attachmentId: idOf('image/png') }, new Date()),
      `${pass}~more`.replace(/~[0-9a-f]{64}~/, '~~'),
      ...['', '~~~', 'x', '%00'],
    ]
    for (const each of foreign) expect([each, (await get(`images/${each}`)).status]).toEqual([each, 404])
  })
})

// ── The headers of every kind of answer ──────────────────────────────────────

const PAGE = '<!doctype html><meta name="style-nonce" content=""><title>Foyer</title>'
const built = (body: string, type: string): Partial<Env> => ({
  ASSETS: {
    fetch: async () => new Response(body, { headers: { 'content-type': type, etag: '"built"' } }),
  } as unknown as Fetcher,
})
const away = new Proxy({} as D1Database, {
  get: () => () => {
    throw new Error('The database is away.')
  },
})

const ANSWERS: [string, number, () => Response | Promise<Response>][] = [
  ['a page', 200, () => getWith('/inbox', built(PAGE, 'text/html; charset=utf-8'))],
  ['a script of the build', 200, () => getWith('/assets/app.js', built('1', 'text/javascript'))],
  ['a health check', 200, () => getWith('/health', {})],
  ['a question without a session', 401, () => getWith('/api/trpc/tasks.list?input=%7B%7D', {})],
  ['an address that is none', 404, () => getWith('/api/nothing', {})],
  ['a hook that is none', 404, () => getWith('/hooks/nothing', {})],
  ['a plain request to the socket', 400, () => getWith('/live', {})],
  ['a file for nobody', 401, () => get(`messages/${messageId}/raw`)],
  ['a mail in its frame', 200, () => get(`messages/${messageId}/html`, owner)],
  ['a file', 200, () => get(`attachments/${attachments[0]!.id}`, owner)],
  ['a fault', 500, () => getWith('/files/messages/x/raw', { DB: away }, { cookie: owner.cookie })],
]

describe.each(ANSWERS)('%s', (_, status, answer) => {
  it('carries the headers that protect a browser', async () => {
    const { headers, status: answered } = await answer()
    expect(answered).toBe(status)
    expect(Object.fromEntries(headers)).toMatchObject({
      ...{ 'strict-transport-security': expect.stringContaining('max-age=31536000') },
      ...{ 'x-content-type-options': 'nosniff', 'cross-origin-opener-policy': 'same-origin' },
      ...{ 'cross-origin-resource-policy': 'same-origin', 'referrer-policy': 'no-referrer' },
      ...{ 'permissions-policy': expect.stringContaining('camera=()'), 'x-request-id': expect.stringMatching(/.+/) },
      ...{ 'cache-control': 'no-store', 'content-security-policy': expect.stringContaining("default-src 'none'") },
    })
  })
})

describe('the page', () => {
  const nonceOf = async () => {
    const answer = await getWith('/', built(PAGE, 'text/html'))
    const policy = answer.headers.get('content-security-policy')!
    const [, nonce] = /style-src 'self' 'nonce-([^']+)'/.exec(policy)!
    expect(await answer.text()).toContain(`<meta name="style-nonce" content="${nonce}">`)
    expect(answer.headers.has('etag')).toBe(false)
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toMatch(/unsafe|\*/)
    return nonce
  }

  it('has another nonce each time', async () => {
    const nonces = await Promise.all(Array.from({ length: 20 }, nonceOf))
    expect(new Set(nonces).size).toBe(20)
    for (const nonce of nonces) expect(atob(nonce!)).toHaveLength(16)
  })

  it('tells nothing of a fault, but a sentence', async () => {
    const answer = await getWith('/files/messages/x/raw', { DB: away }, { cookie: owner.cookie })
    expect(await answer.json()).toEqual({
      error: 'fault',
      sentence: 'Something went wrong on our side. Please try again.',
    })
  })
})
