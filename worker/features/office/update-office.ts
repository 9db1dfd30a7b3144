import { changeOffice } from '../../../db/queries/office.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { UpdateOffice } from './input.ts'
import { type NoteNeeds, officeNote } from './office-note.ts'

type Needs = NoteNeeds & Pick<MemberCtx, 'directory' | 'desk'>

export const changedMeanwhile = () =>
  new Refusal(
    'conflict',
    'Somebody changed the office in the meantime. Please look at it again and repeat your change.',
  )

/** Changes what the office is called and where it is. Refused when somebody changed it since it was looked at. */
export async function updateOffice(needs: Needs, input: UpdateOffice) {
  const { directory, officeId, desk, member } = needs
  const { version, name, timeZone, country, currency } = input
  const change = { name, timeZone, country, currency }
  if (!(await changeOffice(directory, { officeId, version }, change, officeNote(needs, 'office_changed'))))
    throw changedMeanwhile()
  await desk.announce([{ topic: 'office', ids: [officeId], by: member.userId }])
  return { version: version + 1 }
}
