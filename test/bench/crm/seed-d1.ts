import { activityAt, dealAt, personAt, type Size } from './rows.ts'

/** How many rows travel in one bound parameter, well below the 2 MB that one may hold. */
const ROWS_AT_A_TIME = 4000

const PEOPLE = [
  `insert into contacts (office_id, id, name, name_key, owner_id, last_contact_at, source, version, created_at)
   select ?1, value ->> 'id', value ->> 'name', value ->> 'name', value ->> 'owner', value ->> 'lastContactAt', 'import', 1,
     value ->> 'createdAt' from json_each(?2)`,
  ...(['email', 'phone'] as const).map(
    (kind) => `insert into addresses (office_id, id, kind, value, as_typed, created_at)
   select ?1, '${kind}-' || (value ->> 'id'), '${kind}', value ->> '${kind}', value ->> '${kind}', 0 from json_each(?2)`,
  ),
  ...(['email', 'phone'] as const).map(
    (kind) => `insert into contact_addresses (office_id, contact_id, address_id, is_default)
   select ?1, value ->> 'id', '${kind}-' || (value ->> 'id'), 1 from json_each(?2)`,
  ),
  `insert into search_stale select ?1, kind.value, person.value ->> 'id'
   from json_each(?2) person, json_each('["contact","contact_name"]') kind`,
]
const DEALS = [
  `insert into deals (office_id, id, title, title_key, contact_id, stage_id, stage_since, rank, currency, source, version, created_at)
   select ?1, value ->> 'id', value ->> 'title', value ->> 'title', value ->> 'contactId',
     'bench', 0, value ->> 'rank', 'EUR', 'import', 1, value ->> 'createdAt'
   from json_each(?2)`,
]
const ACTIVITIES = [
  `insert into activities (office_id, id, contact_id, at, kind, entity_id, title, "by")
   select ?1, value ->> 'id', value ->> 'contactId', value ->> 'at', 'contact_updated', value ->> 'id', value ->> 'title',
     '{"kind":"import","importId":"i1"}' from json_each(?2)`,
]
/** These would write each person's entry anew with every address; it is written once instead, when all is there. */
const PUT_ASIDE = ['search_contacts_insert', 'search_contact_addresses_insert']

const STAGE = [
  `insert into pipelines (office_id, id, name, position) values (?, 'bench', 'Bench', 9)`,
  `insert into stages (office_id, id, pipeline_id, name, kind, position) values (?, 'bench', 'bench', 'New', 'open', 0)`,
]

/** An office of this size. */
export async function seedD1(database: D1Database, officeId: string, size: Size): Promise<void> {
  const { results: triggers } = await database
    .prepare(`select name, sql from sqlite_master where name in (select value from json_each(?))`)
    .bind(JSON.stringify(PUT_ASIDE))
    .all<{ name: string; sql: string }>()
  for (const { name } of triggers) await database.prepare(`drop trigger ${name}`).run()
  const write = async (count: number, rowAt: (n: number, size: Size) => object, statements: string[]) => {
    for (let from = 0; from < count; from += ROWS_AT_A_TIME) {
      const length = Math.min(ROWS_AT_A_TIME, count - from)
      const rows = JSON.stringify(Array.from({ length }, (_, n) => rowAt(from + n, size)))
      await database.batch(statements.map((statement) => database.prepare(statement).bind(officeId, rows)))
    }
  }
  await database.batch(STAGE.map((statement) => database.prepare(statement).bind(officeId)))
  await write(size.contacts, personAt, PEOPLE)
  await write(size.deals, dealAt, DEALS)
  await write(size.activities, activityAt, ACTIVITIES)
  for (const { sql } of triggers) await database.prepare(sql).run()
  await database
    .prepare('analyze')
    .run()
    .catch(() => null)
}
