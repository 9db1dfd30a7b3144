import { dayOfMonth, weekdayName } from '../clock-words.ts'
import type { Timed } from '../types.ts'
import type { OfficeDiary } from '../use-office-diary.ts'

/** A column of the calendar: a day, or on one day a person or a room. */
export type Column = {
  key: string
  date: string
  label: string
  /** Whose column it is; null where it is everybody's. */
  staffId: string | null
  resourceId: string | null
}

/** A column for each day. */
export const dayColumns = (days: readonly string[]): Column[] =>
  days.map((date) => ({
    ...{ key: date, date, label: `${weekdayName(date)} ${dayOfMonth(date)}` },
    ...{ staffId: null, resourceId: null },
  }))

/** A column for each person and room that is shown, on one day. */
export function peopleColumns(
  date: string,
  { staff, resources }: OfficeDiary,
  isShown: (id: string) => boolean,
): Column[] {
  return [
    ...staff.map(({ id, name }) => ({ key: id, date, label: name, staffId: id, resourceId: null })),
    ...resources.map(({ id, name }) => ({ key: id, date, label: name, staffId: null, resourceId: id })),
  ].filter(({ key }) => isShown(key))
}

/** What stands in a column. */
export const belongs = ({ staffId, resourceId }: Column, { staffIds, resourceIds }: Timed): boolean =>
  (staffId === null || staffIds.includes(staffId)) && (resourceId === null || resourceIds.includes(resourceId))
