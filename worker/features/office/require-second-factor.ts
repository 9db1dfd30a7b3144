import { changeOffice } from '../../../db/queries/office.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { RequireSecondFactor } from './input.ts'
import { type NoteNeeds, officeNote } from './office-note.ts'
import { changedMeanwhile } from './update-office.ts'

type Needs = NoteNeeds & Pick<MemberCtx, 'directory' | 'desk'>

/** Sets whether owners must prove a second factor. Refused when somebody changed the office since it was looked at. */
export async function requireSecondFactor(needs: Needs, { isRequired, version }: RequireSecondFactor) {
  const { directory, officeId, desk, member } = needs
  const change = { requireSecondFactor: isRequired }
  const note = officeNote(needs, isRequired ? 'second_factor_required' : 'second_factor_not_required')
  if (!(await changeOffice(directory, { officeId, version }, change, note))) throw changedMeanwhile()
  await desk.announce([{ topic: 'office', ids: [officeId], by: member.userId }])
  return { version: version + 1 }
}
