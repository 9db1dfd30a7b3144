import { day, index, json, primaryKey, table, text, whole } from '#dialect'
import type { DateWindow, WeekWindow } from '../../worker/features/hours/rules/windows.ts'
import { createdAt, ofOffice } from './columns.ts'

// Whose hours they are stands in `who`: a member's user id, or `office` for the hours that members without their own follow.

export const staffHours = table(
  'staff_hours',
  {
    officeId: ofOffice().officeId,
    who: text('who').notNull(),
    /** The zone on whose clock these hours lie; null: the member's, else the office's. */
    timeZone: text('time_zone'),
    windows: json<WeekWindow[]>('windows').notNull(),
    version: whole('version').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.who] })],
)

/** What replaces the weekly hours on one date; without windows the day is closed. */
export const dateHours = table(
  'date_hours',
  {
    officeId: ofOffice().officeId,
    who: text('who').notNull(),
    date: day('date').notNull(),
    windows: json<DateWindow[]>('windows').notNull(),
    version: whole('version').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.who, t.date] })],
)

/** Days on which somebody, or the whole office, is away: the first and the last of them. */
export const timeOff = table(
  'time_off',
  {
    ...ofOffice(),
    who: text('who').notNull(),
    fromOn: day('from_on').notNull(),
    toOn: day('to_on').notNull(),
    title: text('title').notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.id] }), index('time_off_days').on(t.officeId, t.toOn)],
)

export type StaffHours = typeof staffHours.$inferSelect
export type DateHours = typeof dateHours.$inferSelect
export type TimeOff = typeof timeOff.$inferSelect
