import { env } from 'cloudflare:workers'
import { type Ctx, contextFor, type OfficeCtx } from '../../worker/context.ts'
import { sendInvitation } from '../../worker/features/office/jobs.ts'
import { officeContextOf } from '../../worker/features/office/open-office.ts'
import type { Role } from '../../worker/features/office/rules/roles.ts'
import { OfficeId } from '../../worker/kernel/ids.ts'
import { type Person, signUp } from './people.ts'

/** The Worker's own wiring, with some of it replaced; what speaks for an office is replaced as well. */
export function contextWith(changes: Partial<OfficeCtx> = {}): Ctx {
  const ctx = contextFor(env, 'test')
  return { ...ctx, ...changes, forOffice: (office) => ({ ...ctx.forOffice(office), ...changes }) }
}

/** What a job of this office is given. */
export async function insideOf(officeId: string, changes: Partial<OfficeCtx> = {}): Promise<OfficeCtx> {
  const inside = await officeContextOf(contextWith(changes), OfficeId.parse(officeId))
  return inside!
}

/** All rows that an office has in a table, wherever they lie; columns as the database names them. */
export async function rowsOf(table: string, officeId: string): Promise<Record<string, unknown>[]> {
  const found = [env.DB, env.DB1].map((database) =>
    database.prepare(`select * from "${table}" where office_id = ?`).bind(officeId).all(),
  )
  return (await Promise.all(found)).flatMap(({ results }) => results)
}

/** Somebody who works in the owner's office, and has it open. */
export async function colleagueOf(owner: Person, officeId: string, role: Role): Promise<Person> {
  const colleague = await signUp(`A ${role}`)
  const { invitationId } = await owner.caller.office.invite.mutate({ email: colleague.email, role })
  await sendInvitation(await insideOf(officeId), invitationId)
  const mail = env.DB.prepare('select text from sent_locally where id = ?').bind(`invitation-${invitationId}`)
  const link = new URL((await mail.first<string>('text'))?.match(/http\S+/)?.[0] ?? '')
  await colleague.caller.office.acceptInvitation.mutate({ token: link.searchParams.get('token') ?? '' })
  return colleague
}
