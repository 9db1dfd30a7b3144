import { membersOf } from '../../../db/queries/members.ts'
import type { OfficeCtx } from '../../context.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'

type Needs = Pick<OfficeCtx, 'directory' | 'office' | 'officeId'>

/** The zone in which a member works; of nobody, and of who has none of their own, the office's. */
export async function zoneOf({ directory, office, officeId }: Needs, userId: string | null): Promise<string> {
  return userId === null ? office.timeZone : zoneAmong(await membersOf(directory, officeId), office, userId)
}

export const zoneAmong = (
  members: readonly { userId: string; timeZone: string | null }[],
  office: { timeZone: string },
  userId: string | null,
): string => members.find((each) => each.userId === userId)?.timeZone ?? office.timeZone

/** Insists that a task can be given to this member: of this office, and allowed to tick it off. */
export async function knownAssignee({ directory, officeId }: Needs, userId: string): Promise<void> {
  const member = (await membersOf(directory, officeId)).find((each) => each.userId === userId)
  if (!member) throw notFound('member')
  if (member.role === 'viewer') throw new Refusal('invalid', 'A viewer cannot be given a task.')
}
