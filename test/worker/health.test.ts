import { env, exports } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { version } from '../../package.json'
import { VERSION } from '../../worker/version.ts'

it('answers with the version and the state of database, queue and desk', async () => {
  const response = await exports.default.fetch('http://foyer.test/health')
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ version: VERSION, database: 'ok', queue: 'ok', desk: 'ok' })
  expect(VERSION).toBe(version)
  expect(env.STAGE).toBe('test')
})
