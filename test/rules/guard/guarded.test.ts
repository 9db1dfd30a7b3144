import { drizzle } from 'drizzle-orm/d1'
import { describe, expect, it } from 'vitest'
import { guarded } from '../../../db/guard/guarded.ts'
import { UnguardedQuery } from '../../../db/guard/pieces.ts'
import { contactById, insertContact } from '../../../db/queries/contacts.ts'
import { dueJobs } from '../../../db/queries/outbox.ts'
import { alone, commit } from '../../../db/queries/plan.ts'
import { type Db, schema } from '../../../db/schema/index.ts'
import { contact, ours, theirs } from '../../db/rows.ts'

/** What reached the database: the values of each statement. */
function watched() {
  const ran: unknown[][] = []
  const bound = (values: unknown[]) => ({ raw: async () => ran.push(values) && [], values })
  const database = {
    prepare: () => ({ bind: (...values: unknown[]) => bound(values) }),
    batch: async (statements: { values: unknown[] }[]) => {
      ran.push(...statements.map(({ values }) => values))
      return statements.map(() => ({ results: [] }))
    },
    exec: () => ran.push(['exec']),
  } as unknown as D1Database
  const guard = guarded(database, ours)
  return { ran, guard, db: drizzle(guard, { schema }) as Db }
}
const SQL = 'select "id" from "contacts" where "contacts"."office_id" = ?'

describe('a guarded database', () => {
  it('asks for its own office', async () => {
    const { db, ran } = watched()
    await contactById(db, ours, 'c1')
    await commit(
      db,
      alone((db) => [insertContact(db, contact(ours, 'c1'))]),
    )
    expect(ran).toHaveLength(2)
  })

  it('asks for no other office, alone or among others', async () => {
    const { db, ran } = watched()
    const refused = { cause: new UnguardedQuery('it was asked for another office') }
    await expect(contactById(db, theirs, 'c1')).rejects.toMatchObject(refused)
    const mixed = alone((db) => [insertContact(db, contact(ours, 'c1')), insertContact(db, contact(theirs, 'c1'))])
    await expect(commit(db, mixed)).rejects.toThrow('another office')
    expect(ran).toEqual([])
  })

  it('asks for no row of all offices, and for nothing of the directory', async () => {
    const { db, ran } = watched()
    await expect(async () => dueJobs(db, new Date(0), 9)).rejects.toThrow('not held to one office')
    await expect(async () => db.select().from(schema.users)).rejects.toThrow('not a table of an office')
    expect(ran).toEqual([])
  })

  it('refuses a value that is missing', () => {
    expect(() => watched().guard.prepare(SQL).bind()).toThrow('another office')
  })

  it('can do nothing else', () => {
    const { guard } = watched()
    expect(guard.exec).toBeUndefined()
    expect(guard.withSession).toBeUndefined()
    expect(guard.dump).toBeUndefined()
    expect(guard.prepare(SQL).all).toBeUndefined()
  })
})
