import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth'
import { sha256Hex } from '../../kernel/digest.ts'

/** The plain tokens of one call, by their hash: an answer about a session names the token it was asked for. */
type Asked = Map<string, string>

async function hashed(token: string, asked: Asked): Promise<string> {
  const hash = await sha256Hex(token)
  asked.set(hash, token)
  return hash
}

async function hashedData<Row extends object>(row: Row, asked: Asked): Promise<Row> {
  return 'token' in row && typeof row.token === 'string' ? { ...row, token: await hashed(row.token, asked) } : row
}

async function hashedTerm(term: Where, asked: Asked): Promise<Where> {
  const { field, value } = term
  if (field !== 'token') return term
  if (typeof value === 'string') return { ...term, value: await hashed(value, asked) }
  if (!Array.isArray(value)) return term
  return { ...term, value: await Promise.all(value.map((token) => hashed(String(token), asked))) }
}

/** Puts the plain token back into a row, so that it can go into the cookie. */
function restored<Row>(row: Row, asked: Asked): Row {
  if (typeof row !== 'object' || row === null || !('token' in row)) return row
  const plain = asked.get(String(row.token))
  return plain === undefined ? row : Object.assign(row, { token: plain })
}

type Call = { model: string; where?: Where[] | undefined }

async function hashedWhere(call: Call, asked: Asked): Promise<Where[]> {
  const where = call.where ?? []
  return call.model === 'session' ? Promise.all(where.map((term) => hashedTerm(term, asked))) : where
}

/** Every call but `transaction`, with the tokens of sessions hashed on their way in. */
const hashing = (adapter: DBTransactionAdapter): DBTransactionAdapter => ({
  ...adapter,
  async create(call) {
    const asked: Asked = new Map()
    const data = call.model === 'session' ? await hashedData(call.data, asked) : call.data
    return restored(await adapter.create({ ...call, data }), asked)
  },
  async findOne(call) {
    const asked: Asked = new Map()
    return restored(await adapter.findOne({ ...call, where: await hashedWhere(call, asked) }), asked)
  },
  async findMany<T>(call: Parameters<DBAdapter['findMany']>[0]) {
    const asked: Asked = new Map()
    const rows = await adapter.findMany<T>({ ...call, where: await hashedWhere(call, asked) })
    return rows.map((row) => restored(row, asked))
  },
  async update(call) {
    const asked: Asked = new Map()
    const update = call.model === 'session' ? await hashedData(call.update, asked) : call.update
    return restored(await adapter.update({ ...call, update, where: await hashedWhere(call, asked) }), asked)
  },
  count: async (call) => adapter.count({ ...call, where: await hashedWhere(call, new Map()) }),
  updateMany: async (call) => adapter.updateMany({ ...call, where: await hashedWhere(call, new Map()) }),
  delete: async (call) => adapter.delete({ ...call, where: await hashedWhere(call, new Map()) }),
  deleteMany: async (call) => adapter.deleteMany({ ...call, where: await hashedWhere(call, new Map()) }),
  consumeOne: async (call) => adapter.consumeOne({ ...call, where: await hashedWhere(call, new Map()) }),
  incrementOne: async (call) => adapter.incrementOne({ ...call, where: await hashedWhere(call, new Map()) }),
})

/** An adapter that stores and finds sessions by the SHA-256 of their token: a stolen database opens none. */
export const withHashedTokens = (adapter: DBAdapter): DBAdapter => ({
  ...adapter,
  ...hashing(adapter),
  transaction: (work) => adapter.transaction((inside) => work(hashing(inside))),
})
