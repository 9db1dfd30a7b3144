import type { MemberCtx } from '../../trpc/procedures.ts'
import type { OfficeShown } from './input.ts'

/** The office that is open, as the session's look-up has just read it. */
export function readOffice({ office, member }: Pick<MemberCtx, 'office' | 'member'>): OfficeShown {
  return { ...office, role: member.role }
}
