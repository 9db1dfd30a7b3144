// `npm run dev`: like `npm start`, with live reload instead of a build.
import { install, run, secretKey, start } from './tools.mjs'

install()
secretKey()
for (const database of ['foyer-0', 'foyer-1']) {
  const otherwise = `The migrations of ${database} failed, as said above.`
  run('wrangler', ['d1', 'migrations', 'apply', database, '--local', '--config', 'wrangler.toml'], {
    otherwise,
    quiet: true,
  })
}
const server = start('vite', ['dev', '--host', '127.0.0.1', '--port', process.env.PORT ?? '8787'], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.kill(-server.pid, 'SIGTERM'))
server.on('exit', (code) => process.exit(code ?? 0))
