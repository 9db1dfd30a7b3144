import type { z } from 'zod'
import { commit } from '../../../db/queries/plan.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { knownContact } from '../contacts/read-contact.ts'
import type { CreateTask } from './input.ts'
import { planTask } from './plan-task.ts'

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'now' | 'newId' | 'desk' | 'member'>

export async function createTask(needs: Needs, input: z.infer<typeof CreateTask>): Promise<{ id: string }> {
  if (input.contactId) await knownContact(needs, input.contactId)
  const id = needs.newId()
  const by = { kind: 'member' as const, userId: needs.member.userId }
  const plan = planTask(needs, { ...input, id, conversationId: null, source: 'member', by })
  await commit(needs.db, plan)
  await needs.desk.announce(plan.changes)
  return { id }
}
