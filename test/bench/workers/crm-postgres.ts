import postgres from 'postgres'
import type { Statement } from '../crm/by-hand.ts'

const CONNECTIONS = 5

/** Asks what it is told to ask, all at once, and nothing around it. */
export default {
  async fetch(request, env) {
    const { statements } = await request.json<{ statements: Statement[] }>()
    const sql = postgres(env.PG.connectionString, { max: CONNECTIONS, fetch_types: false })
    const ask = ({ sql: text, values }: Statement) => sql.unsafe(text.replaceAll(/\?(\d)/g, '$$$1'), values)
    return Response.json(await Promise.all(statements.map(ask)))
  },
} satisfies ExportedHandler<{ PG: Hyperdrive }>
