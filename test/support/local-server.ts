import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { ROOT, run } from '../../worker/local/tools.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** What every server of the run starts from: the built product and a state that is migrated and empty. */
    product: { dist: string; emptyState: string; scratch: string }
  }
}

/**
 * Builds the product once (unless `FOYER_BUILT=1` says that this was just done) and puts a copy aside together with a
 * migrated, empty state, so that neither a later build nor the developer's own data and server come into play.
 */
export default function setup(project: TestProject) {
  const scratch = mkdtempSync(path.join(tmpdir(), 'foyer-e2e-'))
  const product = { dist: path.join(scratch, 'dist'), emptyState: path.join(scratch, 'empty-state'), scratch }
  if (process.env.FOYER_BUILT !== '1')
    run('vite', ['build', '--logLevel', 'warn'], {
      otherwise: 'The product could not be built, as said above.',
      quiet: true,
      // The test runner says otherwise, and would be given a development build.
      env: { NODE_ENV: 'production' },
    })
  // Without the developer's own secrets, which a build puts beside the Worker.
  const filter = (file: string) => path.basename(file) !== '.dev.vars'
  cpSync(path.join(ROOT, 'dist'), product.dist, { recursive: true, filter })
  for (const database of ['foyer-0', 'foyer-1'])
    run(
      'wrangler',
      [
        'd1',
        'migrations',
        'apply',
        database,
        '--local',
        '--config',
        'wrangler.toml',
        '--persist-to',
        product.emptyState,
      ],
      { otherwise: `The migrations of ${database} failed, as said above.`, quiet: true },
    )
  project.provide('product', product)
  return () => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 })
}
