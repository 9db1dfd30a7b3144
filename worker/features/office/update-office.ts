import { changeOffice } from '../../../db/queries/office.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { UpdateOffice } from './input.ts'

type Needs = Pick<MemberCtx, 'directory' | 'officeId' | 'desk' | 'member'>

export const changedMeanwhile = () =>
  new Refusal(
    'conflict',
    'Somebody changed the office in the meantime. Please look at it again and repeat your change.',
  )

/** Changes what the office is called and where it is. Refused when somebody changed it since it was looked at. */
export async function updateOffice({ directory, officeId, desk, member }: Needs, input: UpdateOffice) {
  const { version, name, timeZone, country, currency } = input
  if (!(await changeOffice(directory, officeId, version, { name, timeZone, country, currency })))
    throw changedMeanwhile()
  await desk.announce([{ topic: 'office', ids: [officeId], by: member.userId }])
  return { version: version + 1 }
}
