import postgres from 'postgres'
import { activityAt, dealAt, personAt, type Size } from './rows.ts'

const ROWS_AT_A_TIME = 10_000
const at = (value: string) => `to_timestamp((r ->> '${value}')::float8 / 1000)`

const PEOPLE = [
  `insert into contacts (office_id, id, name, name_key, owner_id, last_contact_at, source, version, created_at)
   select $1, r ->> 'id', r ->> 'name', r ->> 'name', r ->> 'owner', ${at('lastContactAt')}, 'import', 1, ${at('createdAt')}
   from jsonb_array_elements($2::text::jsonb) r`,
  ...(['email', 'phone'] as const).flatMap((kind) => [
    `insert into addresses (office_id, id, kind, value, as_typed, created_at)
   select $1, '${kind}-' || (r ->> 'id'), '${kind}', r ->> '${kind}', r ->> '${kind}', now() from jsonb_array_elements($2::text::jsonb) r`,
    `insert into contact_addresses (office_id, contact_id, address_id, is_default)
   select $1, r ->> 'id', '${kind}-' || (r ->> 'id'), true from jsonb_array_elements($2::text::jsonb) r`,
  ]),
]
const DEALS = [
  `insert into deals (office_id, id, title, title_key, contact_id, stage_id, stage_since, rank, currency, source, version, created_at)
   select $1, r ->> 'id', r ->> 'title', r ->> 'title', r ->> 'contactId', (select id from stages where office_id = $1 limit 1),
     now(), r ->> 'rank', 'EUR', 'import', 1, ${at('createdAt')} from jsonb_array_elements($2::text::jsonb) r`,
]
const ACTIVITIES = [
  `insert into activities (office_id, id, contact_id, at, kind, entity_id, title, by)
   select $1, r ->> 'id', r ->> 'contactId', ${at('at')}, 'contact_updated', r ->> 'id', r ->> 'title',
     '{"kind":"import","importId":"i1"}' from jsonb_array_elements($2::text::jsonb) r`,
]
const KINDS = { contact: 'contacts', contact_name: 'contacts_names', deal: 'deals' }

/** An office of this size in a PostgreSQL that holds its stages already; its search entries are written when all is there. */
export async function seedPostgres(url: string, officeId: string, size: Size): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  await client.unsafe(`set session_replication_role = replica`)
  const write = async (count: number, rowAt: (n: number, size: Size) => object, statements: string[]) => {
    for (let from = 0; from < count; from += ROWS_AT_A_TIME) {
      const length = Math.min(ROWS_AT_A_TIME, count - from)
      const rows = JSON.stringify(Array.from({ length }, (_, n) => rowAt(from + n, size)))
      for (const statement of statements) await client.unsafe(statement, [officeId, rows])
    }
  }
  await write(size.contacts, personAt, PEOPLE)
  await write(size.deals, dealAt, DEALS)
  await write(size.activities, activityAt, ACTIVITIES)
  for (const [kind, view] of Object.entries(KINDS))
    await client.unsafe(
      `insert into search_entries select office_id, '${kind}', id, name, words, at from search_${view} where office_id = $1`,
      [officeId],
    )
  await client.unsafe('analyze')
  await client.end()
}
