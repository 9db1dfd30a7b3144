import { openOffice } from '#open'
import { changeJobId } from '../../db/queries/diary.ts'
import type { Env } from '../../worker/env.ts'
import type { Projected } from '../../worker/kernel/diary.ts'
import type { LiveRoom } from '../live-room.ts'
import { keptPolicy } from './kept.ts'

/** The office's database; null while no request has told which. */
export function databaseOf(env: Env, sql: SqlStorage) {
  const policy = keptPolicy(sql)
  return policy && { db: openOffice(env, policy.office), officeId: policy.office.id }
}

/** The screens read the database, so they are told once it knows. */
export function tellScreens(room: LiveRoom, { entry, told }: Projected): void {
  if (!entry) return
  const by = told?.by.kind === 'member' ? told.by.userId : null
  room.announce([{ topic: 'appointment', ids: [entry.id], by }], Date.now())
}

/** The job that follows a change; of blocked time there is none. */
export const jobsAfter = ({ entry, told }: Projected): string[] =>
  entry && told && entry.kind === 'appointment' ? [changeJobId(entry)] : []
