import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { ROOT, run } from '../../worker/local/tools.mjs'

/** The built product, put aside so that a later build does not come into play. */
export type Product = {
  /** The built Worker's folder. */
  worker: string
  /** Its configuration. */
  config: string
  /** The same without the consumers of the queues: nothing is done behind the back of whoever measures a request. */
  configWithoutConsumers: string
  remove: () => void
}

const Config = z.looseObject({
  queues: z.looseObject({ consumers: z.array(z.unknown()) }),
  d1_databases: z.array(z.looseObject({ migrations_dir: z.string() })).default([]),
  hyperdrive: z.array(z.looseObject({})).default([]),
})

/** Builds what `npm start` serves, or the same over the PostgreSQL at `postgres`, and copies it to a folder of its own. */
export function preparedProduct(postgres?: string): Product {
  run('vite', ['build', '--logLevel', 'warn'], {
    otherwise: 'The product could not be built, as said above.',
    quiet: true,
    // Whatever the shell says: a development build of the web app is twice as large.
    env: { NODE_ENV: 'production', ...(postgres && { FOYER_DIALECT: 'postgres', CLOUDFLARE_ENV: 'postgres' }) },
  })
  const folder = mkdtempSync(path.join(tmpdir(), 'foyer-bench-'))
  cpSync(path.join(ROOT, 'dist'), folder, { recursive: true })
  const worker = path.join(folder, 'foyer')
  const built = Config.parse(JSON.parse(readFileSync(path.join(worker, 'wrangler.json'), 'utf8')))
  const migrations = path.join(ROOT, 'migrations/sqlite')
  const config = {
    ...built,
    d1_databases: built.d1_databases.map((each) => ({ ...each, migrations_dir: migrations })),
    hyperdrive: built.hyperdrive.map((each) => ({ ...each, localConnectionString: postgres })),
  }
  const write = (name: string, content: object) => {
    writeFileSync(path.join(worker, name), JSON.stringify(content))
    return path.join(worker, name)
  }
  return {
    worker,
    config: write('wrangler.json', config),
    configWithoutConsumers: write('quiet.json', { ...config, queues: { ...config.queues, consumers: [] } }),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  }
}
