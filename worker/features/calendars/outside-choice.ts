import type { z } from 'zod'
import { changeOffice } from '../../../db/queries/office.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { type NoteNeeds, officeNote } from '../office/office-note.ts'
import { changedMeanwhile } from '../office/update-office.ts'
import type { OutsideChoice } from './input.ts'
import { outsideRules } from './unknown.ts'

type Needs = NoteNeeds & Pick<MemberCtx, 'directory' | 'desk' | 'office'>

export const readChoice = (needs: Pick<Needs, 'office'>): z.infer<typeof OutsideChoice> => outsideRules(needs)

/** What happens to a customer's booking while it is not known whether another calendar has somebody busy. */
export async function choose(needs: Needs, calendars: z.infer<typeof OutsideChoice>): Promise<void> {
  const { directory, officeId, office, desk, member } = needs
  const settings = { ...office.settings, calendars }
  const note = officeNote(needs, 'settings_changed')
  if (!(await changeOffice(directory, { officeId, version: office.version }, { settings }, note)))
    throw changedMeanwhile()
  await desk.announce([
    { topic: 'office', ids: [officeId], by: member.userId },
    { topic: 'calendar', ids: [officeId], by: member.userId },
  ])
}
