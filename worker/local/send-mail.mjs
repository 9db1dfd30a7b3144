// `npm run mail -- "text"` or `npm run mail -- file.eml`: a signed mail for the demo office, or with `--to KEY` for another.
import { createHmac, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { secretKey, stop } from './tools.mjs'

const address = `http://127.0.0.1:${process.env.PORT ?? 8787}`
const MILLISECONDS = 1000

const { values, positionals } = readArguments()
const text = positionals.join(' ').trim()
if (!text)
  stop('Say what the mail holds: npm run mail -- "May I come in on Friday?", or name a file that ends in .eml.')
const raw = text.endsWith('.eml') ? fileAt(text) : letter(text)
const inboxKey = values.to ?? (await demoInbox())
const response = await post(`/hooks/email/generic/${inboxKey}`, raw, signed(inboxKey, raw))
const answer = await response.json().catch(() => ({}))
if (response.ok) console.log(`The mail was ${answer.outcome ?? 'accepted'} by the inbox ${inboxKey}.`)
else stop(`The inbox ${inboxKey} answered ${response.status}: ${answer.sentence ?? 'nothing that can be read.'}`)

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { to: { type: 'string' } } })
  } catch {
    return stop('The only option is --to KEY.')
  }
}

function fileAt(path) {
  if (!existsSync(path)) stop(`There is no file ${path}.`)
  return readFileSync(path)
}

/** A mail of somebody made up, as it travels (RFC 5322). */
function letter(body) {
  const lines = [
    'From: Ann Archer <ann.archer@postbox.example>',
    'To: The front desk <desk@in.foyer.localhost>',
    `Subject: ${body.replace(/\s+/g, ' ').slice(0, 60)}`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${randomUUID()}@postbox.example>`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
  ]
  return Buffer.from(lines.join('\r\n'))
}

async function demoInbox() {
  const prepared = await (await post('/local/prepare')).json()
  if (!prepared.inbox) stop('There is no demo office here. Name an inbox (Settings, Inbound addresses): --to KEY')
  return prepared.inbox.split('@')[0]
}

function post(path, body, headers = {}) {
  const request = { method: 'POST', headers: { 'content-type': 'message/rfc822', ...headers }, body }
  return fetch(`${address}${path}`, request).catch(() => stop(`Nothing answers at ${address}. Is npm start running?`))
}

/** Signs as the generic door asks (standardwebhooks.com), with the inbox's first secret; the Worker derives the same. */
function signed(key, body) {
  const secret = createHmac('sha256', secretKey()).update(`inbound:${key}:1`).digest()
  const id = randomUUID()
  const timestamp = String(Math.floor(Date.now() / MILLISECONDS))
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(body).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
