// `npm start`: installs, migrates, builds, serves everything at one address, and says how to begin.
import { install, isPortFree, run, secretKey, start, stop, untilAnswers } from './tools.mjs'

const HOST = '127.0.0.1'
const DEFAULT_PORT = 8787
const port = Number(process.env.PORT ?? DEFAULT_PORT)
const address = `http://${HOST}:${port}`
const START_WITHIN_MS = 60_000
/** A deployed Worker is woken by Cloudflare's cron; here nobody else would. */
const SWEEP_EVERY_MS = 15_000
const LOOK_FOR_PARENT_EVERY_MS = 500

if (!(await isPortFree(HOST, port)))
  stop(`Port ${port} is taken. Stop what runs there, or choose another: PORT=8788 npm start`)
install()
console.log('Starting Foyer …')
secretKey()
for (const database of ['foyer-0', 'foyer-1']) {
  const otherwise = `The migrations of ${database} failed, as said above. Nothing was started, and the data is as it was.`
  run('wrangler', ['d1', 'migrations', 'apply', database, '--local', '--config', 'wrangler.toml'], {
    otherwise,
    quiet: true,
  })
}
const env = { FOYER_PUBLIC_URL: address }
run('vite', ['build', '--logLevel', 'warn'], {
  otherwise: 'The web app could not be built, as said above.',
  quiet: true,
  env,
})

const server = start('vite', ['preview', '--host', HOST, '--port', String(port), '--strictPort'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env,
})
server.stdout.on('data', (text) => process.env.FOYER_LOG && process.stdout.write(text))
server.on('exit', (code) => process.exit(code ?? 0))
process.on('SIGINT', end)
process.on('SIGTERM', end)
// npm passes no signal on: when it is ended, that shows by another parent.
const parent = process.ppid
setInterval(() => process.ppid !== parent && end(), LOOK_FOR_PARENT_EVERY_MS)

if (!(await untilAnswers(`${address}/health`, START_WITHIN_MS)))
  fail('The server did not answer within a minute. FOYER_LOG=1 npm start shows what it says.')
const prepared = await fetch(`${address}/local/prepare`, { method: 'POST' })
if (!prepared.ok) fail(`The demo office could not be prepared: ${await prepared.text()}`)
const demo = await prepared.json()
await sweep()
setInterval(sweep, SWEEP_EVERY_MS)
console.log(greeting(demo))

function end() {
  process.kill(-server.pid, 'SIGTERM')
}

/** Ends the server too: it runs in a process group of its own and would hold the port. */
function fail(sentence) {
  end()
  stop(sentence)
}

/** What the cron of a deployment does: sends the jobs again that were interrupted. */
async function sweep() {
  await fetch(`${address}/cdn-cgi/local/scheduled?cron=*/5+*+*+*+*`).catch((error) =>
    console.error(`The sweep failed: ${error.message}`),
  )
}

function greeting({ email, password, inbox }) {
  const signIn = email ? `  Sign in    ${email} / ${password}` : '  Sign in    with your own account, or make one'
  const portToo = port === DEFAULT_PORT ? '' : `PORT=${port} `
  const mail = inbox ?? 'your-inbox-key@in.foyer.localhost (Settings, Inbound addresses)'
  return `
Foyer is at  ${address}

${signIn}
  First mail ${portToo}npm run mail -- "I'd like to come in for a haircut on Friday at 3pm. Call me on 020 7946 0123."
  or         curl '${address}/cdn-cgi/local/email?from=ann@example.com&to=${mail}' --data-binary @mail.eml

Your data is kept in .wrangler/state. Ctrl+C ends the server.`
}
