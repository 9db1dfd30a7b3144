import type { z } from 'zod'
import { insertDifferentPeople } from '../../../db/queries/duplicates.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { TellApart } from './input.ts'
import { knownContact } from './read-contact.ts'

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'now' | 'desk' | 'member'>

/** Remembers that two contacts are different people, so that they are not proposed again. */
export async function tellApart(needs: Needs, { oneId, otherId }: z.infer<typeof TellApart>): Promise<{ id: string }> {
  const { db, officeId, now, desk, member } = needs
  await Promise.all([knownContact(needs, oneId), knownContact(needs, otherId)])
  if (oneId === otherId) throw new Refusal('invalid', 'These are one contact already.')
  const [first, second] = oneId < otherId ? [oneId, otherId] : [otherId, oneId]
  await insertDifferentPeople(db, { officeId, oneId: first, otherId: second, by: member.userId, createdAt: now() })
  await desk.announce([{ topic: 'contact', ids: [oneId, otherId], by: member.userId }])
  return { id: oneId }
}
