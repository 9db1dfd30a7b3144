import type { ClaimAnswer } from '../../worker/kernel/claims.ts'
import { DAY_MS } from '../../worker/kernel/time.ts'

/** For how long a repeated request gets its first answer. */
const ANSWERS_KEPT_MS = 7 * DAY_MS

type Stored = { inputHash: string; answer: ClaimAnswer }

export function answerOf(sql: SqlStorage, key: string): Stored | null {
  const [row] = sql
    .exec<{ input_hash: string; answer: string }>('select input_hash, answer from answers where key = ?', key)
    .toArray()
  return row ? { inputHash: row.input_hash, answer: JSON.parse(row.answer) } : null
}

/** Keeps the answer, and forgets those that nobody will ask for again. */
export function keepAnswer(sql: SqlStorage, key: string, { inputHash, answer }: Stored, now: number): void {
  sql.exec('delete from answers where answered_at < ?', now - ANSWERS_KEPT_MS)
  sql.exec(
    'insert into answers (key, input_hash, answer, answered_at) values (?, ?, ?, ?)',
    key,
    inputHash,
    JSON.stringify(answer),
    now,
  )
}
