// `npm run bench [-- row …]`: installs what is missing and goes on under the tools' own Node, which reads TypeScript.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { environment, install, ROOT } from '../../worker/local/tools.mjs'

install()
const bench = path.join(ROOT, 'test/bench/bench.ts')
const { status } = spawnSync('node', ['--disable-warning=ExperimentalWarning', bench, ...process.argv.slice(2)], {
  cwd: ROOT,
  env: environment({ WRANGLER_LOG: 'warn' }),
  stdio: 'inherit',
})
process.exit(status ?? 1)
