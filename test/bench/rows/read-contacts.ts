import { type OfficeId, OfficeId as officeIdOf } from '../../../worker/kernel/ids.ts'
import { ownerAt } from '../../support/remote-people.ts'
import { type Figure, milliseconds, ratiosOf, verdictOn } from '../figure.ts'
import { inTurn } from '../in-turn.ts'
import type { Product } from '../product.ts'
import { seedContacts } from '../seed-contacts.ts'
import { startBare, startProduct } from '../server.ts'
import { median } from '../spread.ts'

const CONTACTS = 10_000
const PAGE_SIZE = 50
const LIMIT = 2

/** What a page of contacts costs a signed-in member, against its statement alone. */
export async function readContacts(product: Product): Promise<Figure[]> {
  const [ours, bare] = [await startProduct(product.configWithoutConsumers), await startBare('contacts')]
  const { owner } = await ownerAt(ours.url, 'Salon Example')
  const { officeId, shard } = await ownOffice(ours.databases.DB)
  await seedContacts([ours.databases.DB, ours.databases.DB1][shard] ?? ours.databases.DB, officeId, CONTACTS)
  await seedContacts(bare.databases.DB, officeId, CONTACTS)
  const measured = await inTurn({
    ours: { pid: ours.pid, ask: () => rowsAt(`${ours.url}/api/trpc/contacts.list?input=%7B%7D`, owner.cookie) },
    baseline: { pid: bare.pid, ask: () => rowsAt(`${bare.url}/?office=${officeId}`, '') },
  })
  const ratio = ratiosOf(measured.ours, measured.baseline)
  return [
    {
      what: `tRPC read of ${PAGE_SIZE} of ${CONTACTS} contacts, CPU`,
      ours: milliseconds(median(measured.ours)),
      baseline: `${milliseconds(median(measured.baseline))} (bare Worker, same statement)`,
      ratio,
      limit: `ratio ${LIMIT.toFixed(1)}`,
      verdict: verdictOn(ratio.median, LIMIT, ratio),
      notes: [],
    },
  ]
}

async function ownOffice(directory: D1Database): Promise<{ officeId: OfficeId; shard: number }> {
  const office = await directory.prepare('select id, shard from offices').first<{ id: string; shard: number }>()
  if (!office) throw new Error('The office that was just founded is not there.')
  return { officeId: officeIdOf.parse(office.id), shard: office.shard }
}

/** Both sides answer whole pages, or what they cost would mean nothing. */
async function rowsAt(url: string, cookie: string): Promise<number> {
  const answer = await fetch(url, { headers: { cookie } })
  const text = await answer.text()
  const rows = text.split('Customer ').length - 1
  if (!answer.ok || rows < PAGE_SIZE) throw new Error(`No page of contacts, but ${answer.status} ${text.slice(0, 500)}`)
  return 1
}
