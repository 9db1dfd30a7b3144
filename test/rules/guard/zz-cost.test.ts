import { it } from 'vitest'
import { guarded } from '../../../db/guard/guarded.ts'
import { officePositions } from '../../../db/guard/statement.ts'
import { ours } from '../../db/rows.ts'
it('cost', () => {
  const sql = `select "contacts"."office_id", "contacts"."id", "contacts"."name" from "contacts" left join "households" on ("households"."office_id" = "contacts"."office_id" and "households"."id" = "contacts"."household_id") where ("contacts"."office_id" = ? and "contacts"."archived_at" is null and ("contacts"."name_key" > ? or ("contacts"."name_key" = ? and "contacts"."id" > ?))) order by "contacts"."name_key" asc limit ?`
  const raw = { prepare: (_: string) => ({ bind: (...values: unknown[]) => ({ values }) }) } as any
  const guard = guarded(raw, ours)
  const t = new Set(['"contacts"', '"households"'])
  const time = (n: number, f: () => unknown) => { for (let i = 0; i < n / 10; i++) f(); const s = performance.now(); for (let i = 0; i < n; i++) f(); return ((performance.now() - s) * 1e6) / n }
  for (let k = 0; k < 3; k++) console.log('raw', time(1e6, () => raw.prepare(sql).bind(ours, 'a', 'a', 'b', 50)).toFixed(0), 'guarded', time(1e6, () => guard.prepare(sql).bind(ours, 'a', 'a', 'b', 50)).toFixed(0), 'plan', time(2e4, () => officePositions(sql, t)).toFixed(0), 'open', time(1e5, () => guarded(raw, ours)).toFixed(0))
})
