import type { z } from 'zod'
import { rowsNow } from '../../../db/queries/acts.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { DAY_MS } from '../../kernel/time.ts'
import { NO_STEP } from '../acts/do-step.ts'
import { type Done, insistOnMembers, type Needs, writeSetting } from '../services/write-setting.ts'
import type { AddTimeOff, ClearDate, FollowOffice, RemoveTimeOff, SetDate, SetWeek } from './input.ts'
import { type Checked, checkDate, checkWeek } from './rules/check-windows.ts'
import { OFFICE } from './rules/whose.ts'

const MOST_DAYS_OFF = 366

/** The name under which the hours stand; refused for whoever does not work here. */
async function whoIs(needs: Needs, userId: string | null): Promise<string> {
  if (userId !== null) await insistOnMembers(needs, [userId])
  return userId ?? OFFICE
}

function insistOn<Window>(checked: Checked<Window>): Window[] {
  if (!checked.ok) throw new Refusal('invalid', checked.why)
  return checked.windows
}

/** The weekly hours of a member, or of the office. */
export async function setWeek(needs: Needs, { userId, timeZone, windows }: z.infer<typeof SetWeek>): Promise<Done> {
  const who = await whoIs(needs, userId)
  const before = (await rowsNow(needs.db, needs.officeId, 'staffHours', [[who]])).get(who) ?? null
  const after = { ...before, who, timeZone, windows: insistOn(checkWeek(windows)), version: before?.version ?? 1 }
  return writeSetting(needs, who, 'Changed the weekly hours', [{ table: 'staffHours', before, after }])
}

/** A member gives up hours of their own, and follows the office's. */
export async function followOffice(needs: Needs, { userId }: z.infer<typeof FollowOffice>) {
  const who = await whoIs(needs, userId)
  const before = (await rowsNow(needs.db, needs.officeId, 'staffHours', [[who]])).get(who)
  if (!before) return { id: who, ...NO_STEP }
  return writeSetting(needs, who, 'Follows the office’s hours', [{ table: 'staffHours', before, after: null }])
}

/** Other hours on one date; without any the day is closed. */
export async function setDate(needs: Needs, { userId, date, windows }: z.infer<typeof SetDate>): Promise<Done> {
  const who = await whoIs(needs, userId)
  const before = (await rowsNow(needs.db, needs.officeId, 'dateHours', [[who, date]])).get(`${who} ${date}`) ?? null
  const after = { ...before, who, date, windows: insistOn(checkDate(date, windows)), version: before?.version ?? 1 }
  return writeSetting(needs, who, `Changed the hours of ${date}`, [{ table: 'dateHours', before, after }])
}

/** The weekly hours count on this date again. */
export async function clearDate(needs: Needs, { userId, date }: z.infer<typeof ClearDate>) {
  const who = await whoIs(needs, userId)
  const before = (await rowsNow(needs.db, needs.officeId, 'dateHours', [[who, date]])).get(`${who} ${date}`)
  if (!before) return { id: who, ...NO_STEP }
  return writeSetting(needs, who, `The usual hours on ${date}`, [{ table: 'dateHours', before, after: null }])
}

/** Days on which a member, or the whole office, is away. */
export async function addTimeOff(needs: Needs, input: z.infer<typeof AddTimeOff>): Promise<Done> {
  const { userId, fromOn, toOn, title } = input
  const who = await whoIs(needs, userId)
  if (toOn < fromOn) throw new Refusal('invalid', 'The time off ends before it starts.')
  if (Date.parse(toOn) - Date.parse(fromOn) > MOST_DAYS_OFF * DAY_MS)
    throw new Refusal('invalid', 'Time off lasts a year at most.')
  const id = needs.newId()
  const after = { id, who, fromOn, toOn, title, createdAt: needs.now().getTime() }
  return writeSetting(needs, id, `Away from ${fromOn} to ${toOn}`, [{ table: 'timeOff', before: null, after }])
}

export async function removeTimeOff(needs: Needs, { id }: z.infer<typeof RemoveTimeOff>): Promise<Done> {
  const before = (await rowsNow(needs.db, needs.officeId, 'timeOff', [[id]])).get(id)
  if (!before) throw notFound('time off')
  return writeSetting(needs, id, 'Not away after all', [{ table: 'timeOff', before, after: null }])
}
