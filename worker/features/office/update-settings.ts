import { changeOffice } from '../../../db/queries/office.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { UpdateSettings } from './input.ts'
import { changedMeanwhile } from './update-office.ts'

type Needs = Pick<MemberCtx, 'directory' | 'officeId' | 'desk' | 'member'>

/** Sets what the assistant may do by itself. Refused when somebody changed the office since it was looked at. */
export async function updateSettings(
  { directory, officeId, desk, member }: Needs,
  { version, settings }: UpdateSettings,
) {
  if (!(await changeOffice(directory, officeId, version, { settings }))) throw changedMeanwhile()
  await desk.announce([{ topic: 'office', ids: [officeId], by: member.userId }])
  return { version: version + 1 }
}
