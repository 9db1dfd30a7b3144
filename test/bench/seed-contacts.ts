import type { OfficeId } from '../../worker/kernel/ids.ts'

/** How many rows travel in one bound parameter, well below the 2 MB that one may hold. */
const ROWS_AT_A_TIME = 2000

const STATEMENTS = [
  `insert into contacts (office_id, id, name, name_key, source, version, created_at)
   select ?1, value ->> 'id', value ->> 'name', lower(value ->> 'name'), 'member', 1, value ->> 'at' from json_each(?2)`,
  `insert into addresses (office_id, id, kind, value, as_typed, created_at)
   select ?1, value ->> 'id', 'email', value ->> 'email', value ->> 'email', value ->> 'at' from json_each(?2)`,
  `insert into contact_addresses (office_id, contact_id, address_id, is_default)
   select ?1, value ->> 'id', value ->> 'id', 1 from json_each(?2)`,
]

/** Contacts with a mail address each, the same whenever it is asked for so many. */
export async function seedContacts(database: D1Database, officeId: OfficeId, count: number): Promise<void> {
  const at = Date.UTC(2026, 0, 1)
  const people = Array.from({ length: count }, (_, n) => {
    // Spread over the alphabet of ids and names alike, as real ones are.
    const id = ((n * 7919) % count).toString(36).padStart(10, '0')
    return { id, name: `Customer ${id}`, email: `customer-${id}@mail.test`, at: at + n }
  })
  for (let from = 0; from < count; from += ROWS_AT_A_TIME) {
    const rows = JSON.stringify(people.slice(from, from + ROWS_AT_A_TIME))
    await database.batch(STATEMENTS.map((statement) => database.prepare(statement).bind(officeId, rows)))
  }
}
