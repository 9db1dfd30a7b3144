import postgres from 'postgres'
import { freePort } from '../../support/free-port.ts'
import { startPostgres } from '../../support/postgres-server.ts'
import { ownerAt } from '../../support/remote-people.ts'
import { measured } from '../crm/measured.ts'
import type { Office } from '../crm/questions.ts'
import { LARGE, type Size, SMALL } from '../crm/rows.ts'
import { seedPostgres } from '../crm/seed-postgres.ts'
import type { Figure } from '../figure.ts'
import { familyTimeMs } from '../processor-time.ts'
import { preparedProduct } from '../product.ts'
import { closeServers, type Server, startBareOnPostgres, startProduct } from '../server.ts'

/** The same as `crm` on PostgreSQL, whose own work is counted in. */
export async function crmOnPostgres(): Promise<Figure[]> {
  const server = `postgres://foyer:foyer@127.0.0.1:${await freePort()}`
  const url = `${server}/foyer`
  const database = await startPostgres(server)
  const product = preparedProduct(url)
  try {
    const [ours, bare] = [await startProduct(product.configWithoutConsumers), await startBareOnPostgres(url)]
    const large = await officeOf(ours, url, LARGE)
    const small = await officeOf(ours, url, SMALL)
    const helpersMs = () => familyTimeMs(database.pid)
    return await measured({ engine: 'postgres', ours, bare, large, small, helpersMs })
  } finally {
    await closeServers()
    product.remove()
    await database.stop()
  }
}

async function officeOf(ours: Server, url: string, size: Size): Promise<Office> {
  const { owner } = await ownerAt(ours.url, `Office of ${size.contacts}`)
  const client = postgres(url, { max: 1 })
  const [office] = await client<{ id: string }[]>`select id from offices order by created_at desc, id desc limit 1`
  await client.end()
  if (!office) throw new Error('The office that was just founded is not there.')
  console.error(`  seeding ${size.contacts} contacts …`)
  await seedPostgres(url, office.id, size)
  return { id: office.id, shard: 0, owner }
}
