import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { post } from '../support/people.ts'

it('prepares', async () => {
  const t = Date.now()
  const r = await post('/local/prepare', {})
  console.log(r.status, await r.text(), Date.now() - t)
  const q = async (sql: string) => console.log((await env.DB.prepare(sql).all()).results.map((r) => Object.values(r).join(' | ')).join('\n'))
  for (const t of ['contacts','households','addresses','contact_addresses','conversations','messages','tasks','deals','appointments','activities','attachments']) await q(`select '${t}', count(*) from ${t}`)
  await q('select status, decided_by is null, count(*) from suggestions group by 1,2')
  await q("select c.subject,c.status,c.unread,i.intent,round(i.confidence,2),c.last_from, (select group_concat(kind||':'||status) from suggestions s where s.message_id=m.id) from messages m join conversations c on c.id=m.conversation_id left join intakes i on i.message_id=m.id where m.direction='in' order by m.at")
  await q('select title,status,source,datetime(starts_at/1000,\'unixepoch\') from appointments order by starts_at')
  await q('select title,source,due_on,done_at is not null from tasks')
  await q('select d.title,s.name,amount_minor,source from deals d join stages s on s.id=d.stage_id')
  await q("select subject, state, notes from messages where notes<>'[]' or state not in ('received','sent')")
  await q("select status, count(*) from outbox group by 1")
  expect(r.status).toBe(200)
})
