import type { z } from 'zod'
import { membersOf } from '../../../db/queries/members.ts'
import { listResources } from '../../../db/queries/services.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { Whose } from './input.ts'

export type Needs = Pick<MemberCtx, 'db' | 'directory' | 'officeId' | 'member'>

const NOT_YOURS = 'Only an owner may do this for somebody else. Your own calendar is yours.'

/** A member of this office. Of others, only an owner decides. */
export async function insistOnMember({ directory, officeId, member }: Needs, userId: string): Promise<void> {
  const known = (await membersOf(directory, officeId)).some((each) => each.userId === userId)
  if (!known) throw notFound('member')
  if (userId !== member.userId && member.role !== 'owner') throw new Refusal('not_allowed', NOT_YOURS)
}

/** Whose calendar is meant, if whoever asks may decide about it. */
export async function insistOnWhose(needs: Needs, { userId, resourceId }: z.infer<typeof Whose>) {
  // What does not exist is said first, whatever else is wrong: ids tell nothing.
  if (userId !== null) await insistOnMember(needs, userId)
  if (resourceId !== null) await insistOnResource(needs, resourceId)
  if (userId !== null && resourceId === null) return { whose: 'member' as const, whoId: userId }
  if (resourceId !== null && userId === null) return { whose: 'resource' as const, whoId: resourceId }
  throw new Refusal('invalid', 'Please say whose calendar it is: a member’s or a room’s.')
}

async function insistOnResource({ db, officeId, member }: Needs, resourceId: string): Promise<void> {
  const known = (await listResources(db, officeId)).some(({ id }) => id === resourceId)
  if (!known) throw notFound('resource')
  if (member.role !== 'owner') throw new Refusal('not_allowed', NOT_YOURS)
}
