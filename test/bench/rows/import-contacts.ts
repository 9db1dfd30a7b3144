import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { ownerAt, type RemotePerson } from '../../support/remote-people.ts'
import { type Figure, verdictOn } from '../figure.ts'
import type { Product } from '../product.ts'
import { startProduct } from '../server.ts'

const ROWS = Number(process.env.ROWS ?? 100_000)
const LIMIT_S = 60
const PAUSE_MS = 250
const LONGEST_MS = 600_000
const TOWNS = ['Berlin', 'Köln', 'Nîmes', 'Málaga', 'Forlì', 'Delft']

/** How long it takes to try, to import and to undo an address book of many rows, with everything in one machine. */
export async function importContacts(product: Product): Promise<Figure[]> {
  const server = await startProduct(product.config)
  const { owner } = await ownerAt(server.url, 'Salon Example')
  const idle = megabytes(server.pid)
  const body = new TextEncoder().encode(addressBook(ROWS))
  const sent = await fetch(`${server.url}/api/imports?name=customers.csv`, {
    method: 'POST',
    headers: { cookie: owner.cookie, origin: server.url },
    body,
  })
  if (!sent.ok) throw new Error(`The file was not taken: ${sent.status} ${await sent.text()}`)
  const { id } = (await sent.json()) as { id: string }
  const { imports, acts } = owner.caller
  const { mapping } = await imports.preview.query({ id })
  const check = await timed(
    () => imports.check.mutate({ id, mapping }),
    owner,
    id,
    ({ state }) => state === 'checked',
  )
  const run = await timed(
    () => imports.run.mutate({ id, mapping }),
    owner,
    id,
    ({ state }) => state === 'done',
  )
  const grown = megabytes(server.pid) - idle
  const { counts } = await imports.byId.query({ id })
  if (counts.created !== ROWS) throw new Error(`Not all rows were imported: ${JSON.stringify(counts)}`)
  const undo = await timed(
    () => acts.undo.mutate({ id }),
    owner,
    id,
    ({ undo }) => undo === 'undone',
  )
  const left = await owner.caller.contacts.count.query()
  if (left !== 0) throw new Error(`The undo left ${left} contacts.`)
  return [
    {
      what: `import of ${ROWS.toLocaleString('en')} rows with three addresses each`,
      ours: `${run.toFixed(1)} s`,
      baseline: '–',
      ratio: null,
      limit: `${LIMIT_S} s`,
      verdict: verdictOn(run, LIMIT_S, null),
      notes: [
        `The dry run took ${check.toFixed(1)} s, the undo ${undo.toFixed(1)} s; the file has ${(body.length / 1e6).toFixed(1)} MB.`,
        `The process that runs the Worker, its database and its files grew by ${grown.toFixed(0)} MB at most.`,
      ],
    },
  ]
}

type Shown = Awaited<ReturnType<RemotePerson['caller']['imports']['byId']['query']>>

async function timed(
  start: () => Promise<unknown>,
  { caller }: RemotePerson,
  id: string,
  isOver: (shown: Shown) => boolean,
) {
  const startMs = performance.now()
  await start()
  while (performance.now() - startMs < LONGEST_MS) {
    const shown = await caller.imports.byId.query({ id })
    if (isOver(shown)) return (performance.now() - startMs) / 1000
    if (shown.state === 'failed') throw new Error(shown.problem ?? 'The import failed.')
    await setTimeout(PAUSE_MS)
  }
  throw new Error('The import did not end.')
}

/** The most memory that the process ever held. */
const megabytes = (pid: number) =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

function addressBook(rows: number): string {
  const lines = ['First name,Last name,Email,Phone,Street,Postal code,City,Birthday,Company,Tags']
  for (let n = 0; n < rows; n++) {
    const town = TOWNS[n % TOWNS.length] ?? ''
    const day = String((n % 28) + 1).padStart(2, '0')
    lines.push(
      `Ann${n.toString(36)},Müller ${n},ann.${n}@customer.test,+49 30 ${String(1_000_000 + n)},"Am Kai ${n % 900}, rear",${10_000 + (n % 80_000)},${town},19${60 + (n % 40)}-03-${day},Firm ${n % 500},regular`,
    )
  }
  return `${lines.join('\n')}\n`
}
