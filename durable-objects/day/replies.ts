import type { DiaryAnswer, Refused } from '../../worker/kernel/diary.ts'
import { DAY_MS } from '../../worker/kernel/time.ts'

/** For how long a repeated request gets its first answer. */
const REPLIES_KEPT_MS = 7 * DAY_MS

export const refused = (why: Refused['why'], alternatives: Refused['alternatives'] = []): Refused => ({
  ok: false,
  why,
  alternatives,
})

/** The answer that a request with this key got; another request with the same key is refused. */
export function replyOf(sql: SqlStorage, key: string, hash: string): DiaryAnswer | null {
  const [row] = sql
    .exec<{ input_hash: string; answer: string }>('select input_hash, answer from replies where key = ?', key)
    .toArray()
  if (!row) return null
  return row.input_hash === hash ? JSON.parse(row.answer) : refused('key_reused')
}

/** Keeps the answer, and forgets those that nobody will ask for again. */
export function keepReply(sql: SqlStorage, key: string, hash: string, answer: DiaryAnswer, now: number): void {
  sql.exec('delete from replies where answered_at < ?', now - REPLIES_KEPT_MS)
  sql.exec(
    'insert into replies (key, input_hash, answer, answered_at) values (?, ?, ?, ?)',
    key,
    hash,
    JSON.stringify(answer),
    now,
  )
}
