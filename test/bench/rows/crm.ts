import { ownerAt } from '../../support/remote-people.ts'
import { measured } from '../crm/measured.ts'
import type { Office } from '../crm/questions.ts'
import { LARGE, type Size, SMALL } from '../crm/rows.ts'
import { seedD1 } from '../crm/seed-d1.ts'
import type { Figure } from '../figure.ts'
import type { Product } from '../product.ts'
import { type Server, startBare, startProduct } from '../server.ts'

/** What an office of 100,000 contacts costs on D1: against the best statements, and against an office of 1,000. */
export async function crm(product: Product): Promise<Figure[]> {
  const [ours, bare] = [await startProduct(product.configWithoutConsumers), await startBare('crm')]
  const large = await officeOf(ours, bare, LARGE)
  const small = await officeOf(ours, bare, SMALL)
  return measured({ engine: 'sqlite', ours, bare, large, small })
}

/** An office of this size in our server, and its rows in the bare one as well. */
export async function officeOf(ours: Server, bare: Server | null, size: Size): Promise<Office> {
  const { owner } = await ownerAt(ours.url, `Office of ${size.contacts}`)
  const { id, shard } = await newestOffice(ours.databases.DB)
  for (const server of bare ? [ours, bare] : [ours]) {
    console.error(`  seeding ${size.contacts} contacts …`)
    await seedD1(server.databases[shard === 0 ? 'DB' : 'DB1'], id, size)
  }
  return { id, shard, owner }
}

async function newestOffice(directory: D1Database): Promise<{ id: string; shard: number }> {
  const found = 'select id, shard from offices order by created_at desc, id desc limit 1'
  const office = await directory.prepare(found).first<{ id: string; shard: number }>()
  if (!office) throw new Error('The office that was just founded is not there.')
  return office
}
