import type { Statement } from '../crm/by-hand.ts'

/** Asks what it is told to ask, in one batch, and nothing around it. */
export default {
  async fetch(request, env) {
    const { shard, statements } = await request.json<{ shard: number; statements: Statement[] }>()
    const database = shard === 0 ? env.DB : env.DB1
    const answers = await database.batch(statements.map(({ sql, values }) => database.prepare(sql).bind(...values)))
    return Response.json(answers.map(({ results }) => results))
  },
} satisfies ExportedHandler<{ DB: D1Database; DB1: D1Database }>
