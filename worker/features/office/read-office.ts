import type { MemberCtx } from '../../trpc/procedures.ts'
import { readWords } from '../presets/read-words.ts'
import type { OfficeShown } from './input.ts'

/** The office that is open, as the session's look-up has just read it, with what it calls its people. */
export async function readOffice(
  needs: Pick<MemberCtx, 'db' | 'officeId' | 'office' | 'member'>,
): Promise<OfficeShown> {
  const { office, member } = needs
  return { ...office, words: await readWords(needs), role: member.role }
}
