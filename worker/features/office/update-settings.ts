import { changeOffice } from '../../../db/queries/office.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { UpdateSettings } from './input.ts'
import { type NoteNeeds, officeNote } from './office-note.ts'
import { changedMeanwhile } from './update-office.ts'

type Needs = NoteNeeds & Pick<MemberCtx, 'directory' | 'desk'>

/** Sets what the assistant may do by itself. Refused when somebody changed the office since it was looked at. */
export async function updateSettings(needs: Needs, { version, settings }: UpdateSettings) {
  const { directory, officeId, desk, member } = needs
  const note = officeNote(needs, 'settings_changed')
  if (!(await changeOffice(directory, { officeId, version }, { settings }, note))) throw changedMeanwhile()
  await desk.announce([{ topic: 'office', ids: [officeId], by: member.userId }])
  return { version: version + 1 }
}
