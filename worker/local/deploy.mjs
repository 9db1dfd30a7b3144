// `npm run deploy`: builds for the chosen database and uploads. `-- --dry-run` stops before the upload.
import { install, run } from './tools.mjs'

install()
run('vite', ['build'], { otherwise: 'The build failed, as said above. Nothing was deployed.' })
// After a build the tool takes the configuration that the build wrote; named, so that no other is picked up.
const args = ['deploy', '--config', 'dist/foyer/wrangler.json', ...process.argv.slice(2)]
run('wrangler', args, { otherwise: 'The deployment failed, as said above.' })
