import { changeOffice } from '../../../db/queries/office.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { RequireSecondFactor } from './input.ts'
import { changedMeanwhile } from './update-office.ts'

type Needs = Pick<MemberCtx, 'directory' | 'officeId' | 'desk' | 'member'>

/** Sets whether owners must prove a second factor. Refused when somebody changed the office since it was looked at. */
export async function requireSecondFactor(
  { directory, officeId, desk, member }: Needs,
  { isRequired, version }: RequireSecondFactor,
) {
  const change = { requireSecondFactor: isRequired }
  if (!(await changeOffice(directory, officeId, version, change))) throw changedMeanwhile()
  await desk.announce([{ topic: 'office', ids: [officeId], by: member.userId }])
  return { version: version + 1 }
}
