import { Hono } from 'hono'
import { addFile } from '../features/files/add-file.ts'
import { NewFile } from '../features/files/input.ts'
import { readFile } from '../features/files/list-files.ts'
import { LARGEST_FILE_BYTES, whyNot } from '../features/files/rules/new-file.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { HttpContext, HttpEnv } from './app.ts'
import { saved, shownImage } from './file-answers.ts'
import { IMAGE_POLICY } from './file-policies.ts'
import { changingMemberAt, memberAt } from './member-at.ts'
import { readCapped } from './webhooks/read-capped.ts'

/** Files that members put on records: `POST /files/kept?record=&recordId=&name=&key=&bytes=` with the file as its body. */
export const recordFiles = new Hono<HttpEnv>()

recordFiles.post('/', async (c) => {
  const needs = await changingMemberAt(c)
  const asked = NewFile.safeParse(c.req.query())
  if (!asked.success) throw new Refusal('invalid', 'This file cannot be read. Choose it again.')
  const { bytes, ...sent } = asked.data
  const content = await contentOf(c, { name: sent.name || 'The file', bytes })
  return c.json(await addFile(needs, { ...sent, type: c.req.header('content-type') ?? null, content }))
})

const SHOWN_ALONE = { 'Content-Security-Policy': IMAGE_POLICY }

/** An image is shown where `?show` asks for it; anything else is only ever saved. */
recordFiles.get('/:id', async (c) => {
  const { file, stored } = await readFile(await memberAt(c), c.req.param('id'))
  const shown = c.req.query('show') === undefined ? null : shownImage(stored.body, file.type, SHOWN_ALONE)
  return shown ?? saved(stored.body, 'application/octet-stream', file.name)
})

/** All of the body, or the refusal that it is too large or was cut off on its way. */
async function contentOf(c: HttpContext, { name, bytes }: { name: string; bytes: number }): Promise<Uint8Array> {
  const read = await readCapped(c.req.raw.body, LARGEST_FILE_BYTES)
  if (!read.ok) throw new Refusal('too_large', whyNot(name, LARGEST_FILE_BYTES + 1) ?? '')
  if (read.bytes.length !== bytes)
    throw new Refusal('invalid', `“${name}” did not arrive whole. Check your connection and try again.`)
  return read.bytes
}
