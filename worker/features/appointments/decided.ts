import type { z } from 'zod'
import type { DiaryAnswer } from '../../kernel/diary.ts'
import type { DiaryRequest } from '../../kernel/diary-requests.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { Decided } from './input.ts'
import { readPolicy } from './read-policy.ts'
import { refusalOf } from './refuse.ts'
import type { Policy } from './rules/policy.ts'

export type Needs = Pick<MemberCtx, 'db' | 'directory' | 'officeId' | 'office' | 'now' | 'diary' | 'member'>

/** Who asks, and with which key: the key of one verb is never another's. */
export const askedBy = ({ member }: Pick<Needs, 'member'>, verb: string, key: string) => ({
  key: `${verb}:${key}`,
  by: { kind: 'member' as const, userId: member.userId },
  asCustomer: false,
})

/** Lets the desk decide, and answers what became of the appointment. */
export async function decide(
  needs: Omit<Needs, 'member'>,
  request: DiaryRequest,
  known?: Policy,
): Promise<z.infer<typeof Decided>> {
  return shownEntry(await needs.diary.decide(known ?? (await readPolicy(needs)), request))
}

export function shownEntry(answer: DiaryAnswer): z.infer<typeof Decided> {
  if (!answer.ok) throw refusalOf(answer)
  const { id, version, status, startsAt, endsAt, staffIds, resourceIds } = answer.entry
  return { id, version, status, startsAt: new Date(startsAt), endsAt: new Date(endsAt), staffIds, resourceIds }
}
