import type { Entry, Told } from '../../../kernel/diary.ts'
import type { Policy } from './policy.ts'

const WHEN = { dateStyle: 'medium', timeStyle: 'short' } as const

/** What of an appointment's time and people changed, in words of the office's own clock. */
export function toldChanges({ office, staff }: Policy, before: Entry, after: Entry): Told['changes'] {
  const clock = new Intl.DateTimeFormat('en-GB', { ...WHEN, timeZone: office.timeZone })
  const people = ({ staffIds }: Entry) =>
    staffIds.map((id) => staff.find((one) => one.id === id)?.name ?? 'somebody who left').join(', ')
  const minutes = ({ startsAt, endsAt }: Entry) => `${Math.round((endsAt - startsAt) / 60_000)} minutes`
  const fields = [
    { field: 'Time', before: clock.format(before.startsAt), after: clock.format(after.startsAt) },
    { field: 'Length', before: minutes(before), after: minutes(after) },
    { field: 'With', before: people(before), after: people(after) },
  ]
  return fields.filter((change) => change.before !== change.after)
}
