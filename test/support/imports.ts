import { env, exports } from 'cloudflare:workers'
import type { ColumnMapping } from '../../worker/features/imports/rules/mapping.ts'
import { eventually } from './mails.ts'
import { ORIGIN, type Person } from './people.ts'

/** Sends a file to be imported, as the page does. */
export async function send(person: Person, name: string, content: string | Uint8Array<ArrayBuffer>): Promise<Response> {
  const body = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return exports.default.fetch(`${ORIGIN}/api/imports?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { origin: ORIGIN, cookie: person.cookie, 'content-length': String(body.length) },
    body,
  })
}

export async function sent(person: Person, name: string, content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const response = await send(person, name, content)
  if (response.status !== 200) throw new Error(await response.text())
  return ((await response.json()) as { id: string }).id
}

const PATIENCE_MS = 60_000

/** Waits until an import stands still. */
export const still = (person: Person, id: string, states: string[]) =>
  eventually(async () => {
    const shown = await person.caller.imports.byId.query({ id })
    return states.includes(shown.state) && shown
  }, PATIENCE_MS)

/** Imports a file with the mapping that is proposed, and waits until it is done. */
export async function imported(
  person: Person,
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  more: Partial<ColumnMapping> = {},
) {
  const id = await sent(person, name, content)
  const { mapping } = await person.caller.imports.preview.query({ id })
  await person.caller.imports.run.mutate({ id, mapping: { ...mapping, ...more } })
  return still(person, id, ['done', 'failed'])
}

export async function checked(person: Person, id: string, mapping: ColumnMapping) {
  await person.caller.imports.check.mutate({ id, mapping })
  return still(person, id, ['checked', 'failed'])
}

/** Takes an import back, and waits until that is done. */
export async function undone(person: Person, id: string) {
  await person.caller.acts.undo.mutate({ id })
  return eventually(async () => {
    const shown = await person.caller.imports.byId.query({ id })
    return shown.undo === 'undone' && shown
  }, PATIENCE_MS)
}

export async function refusedFile(person: Person, id: string): Promise<string> {
  const response = await exports.default.fetch(`${ORIGIN}/files/imports/${id}/refused.csv`, {
    headers: { cookie: person.cookie },
  })
  if (response.status !== 200) throw new Error(await response.text())
  return response.text()
}

const NOT_COMPARED = ['acts', 'act_rows', 'imports', 'import_mappings', 'outbox']

/** Everything an office has but what tells of imports themselves. */
export async function everythingBut(officeId: string, tables: string[]): Promise<Record<string, unknown[]>> {
  const found = await Promise.all(
    tables
      .filter((table) => !NOT_COMPARED.includes(table))
      .map(async (table) => {
        const of = (database: D1Database) =>
          database.prepare(`select * from "${table}" where office_id = ?`).bind(officeId).all()
        const answers = await Promise.all([env.DB, env.DB1].map(of))
        const rows = answers.flatMap(({ results }) => results).map((row) => JSON.stringify(row))
        return [table, rows.sort()] as const
      }),
  )
  return Object.fromEntries(found)
}
