import { insertCalendarImport } from '../../../db/queries/calendar-imports.ts'
import { insertJob } from '../../../db/queries/outbox.ts'
import { alone, commit } from '../../../db/queries/plan.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { outboxRow } from '../../queue/outbox.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { calendarFileKey } from '../files/keys.ts'
import { CALENDAR_BYTES, TOO_LARGE } from './rules/import-words.ts'
import { insistOnMember, type Needs as WhoseNeeds } from './whose-calendar.ts'

const NAME_LENGTH = 200

type Needs = WhoseNeeds & Pick<MemberCtx, 'files' | 'now' | 'newId' | 'desk' | 'jobs'>
type Sent = { userId: string; name: string; bytes: number; body: ReadableStream }

/** Stores a calendar file and has it tried: nothing of it comes into a calendar before somebody says so. */
export async function receiveCalendar(needs: Needs, { userId, name, bytes, body }: Sent): Promise<{ id: string }> {
  const { db, officeId, files, now, newId, member, desk, jobs } = needs
  await insistOnMember(needs, userId)
  const fileName = name.trim().slice(0, NAME_LENGTH) || 'calendar.ics'
  if (!Number.isSafeInteger(bytes) || bytes <= 0)
    throw new Refusal('invalid', 'This file is empty. Choose another one.')
  if (bytes > CALENDAR_BYTES) throw new Refusal('too_large', TOO_LARGE)
  if (!/\.(ics|ical|ifb|icalendar|txt)$/i.test(fileName))
    throw new Refusal('invalid', 'This is no calendar file. Export your calendar as .ics, and choose that file.')
  const id = newId()
  const fileKey = calendarFileKey(officeId, id)
  await files.put(fileKey, body, 'text/calendar')
  const job = outboxRow(needs, { kind: 'check_calendar_import', importId: id })
  const row = { officeId, id, userId, fileName, fileKey, authorId: member.userId, createdAt: now() }
  await commit(
    db,
    alone((db) => [insertCalendarImport(db, { ...row, state: 'uploaded' }), insertJob(db, job)]),
  )
  await jobs.send([job])
  await desk.announce([{ topic: 'calendar', ids: [id], by: member.userId }])
  return { id }
}
