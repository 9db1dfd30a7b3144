import type { DateHours, StaffHours, TimeOff } from '../../../../db/schema/hours.ts'
import type { Service } from '../../../../db/schema/services.ts'
import { DAY_MS } from '../../../kernel/time.ts'
import { OFFICE } from '../../hours/rules/whose.ts'
import { OUTSIDE_RULES, type Policy, type StaffRules } from './policy.ts'

export type PolicyRows = {
  readAt: number
  office: Policy['office']
  outside?: Policy['outside']
  members: { userId: string; name: string; timeZone: string | null; role: string }[]
  services: Service[]
  serviceStaff: { serviceId: string; userId: string }[]
  resources: { id: string; kind: string }[]
  hours: {
    weekly: Pick<StaffHours, 'who' | 'timeZone' | 'windows'>[]
    dates: Pick<DateHours, 'who' | 'date' | 'windows'>[]
    off: Pick<TimeOff, 'who' | 'fromOn' | 'toOn'>[]
  }
  /** The first date that still matters. */
  fromOn: string
}

/** The office's rules in one piece, from the rows in which they stand. */
export function policyFrom(rows: PolicyRows): Policy {
  const { readAt, office, outside, services, serviceStaff, resources } = rows
  return {
    readAt,
    office,
    staff: staffFrom({ ...rows, timeZone: office.timeZone }),
    services: services.map((service) => ({
      ...service,
      isOpen: service.archivedAt === null,
      staffIds: serviceStaff.filter(({ serviceId }) => serviceId === service.id).map(({ userId }) => userId),
    })),
    resources: resources.map(({ id, kind }) => ({ id, kind })),
    outside: outside ?? OUTSIDE_RULES,
  }
}

type StaffRows = Pick<PolicyRows, 'members' | 'hours' | 'fromOn'> & { timeZone: string }

/** Everybody who can be booked, with their hours. A viewer looks at the calendar, and is not booked. */
export const staffFrom = (rows: StaffRows): StaffRules[] =>
  rows.members.filter(({ role }) => role !== 'viewer').map((member) => staffRules(rows, member))

/**
 * A member's hours. Without their own they follow the office's. On a date, what is nearest to the person counts: their
 * time off, their own date, days on which the office is closed, and for those who follow its hours its other dates.
 */
function staffRules({ timeZone, hours, fromOn }: StaffRows, member: StaffRows['members'][number]): StaffRules {
  const { userId: id, name } = member
  const own = hours.weekly.find(({ who }) => who === id)
  const shared = hours.weekly.find(({ who }) => who === OFFICE)
  const dates = new Map<string, [string, string][]>()
  for (const { who, date, windows } of hours.dates)
    if (who === OFFICE && (!own || windows.length === 0)) dates.set(date, windows)
  for (const off of hours.off) if (off.who === OFFICE) close(dates, off, fromOn)
  for (const { who, date, windows } of hours.dates) if (who === id) dates.set(date, windows)
  for (const off of hours.off) if (off.who === id) close(dates, off, fromOn)
  return {
    id,
    name,
    timeZone: own?.timeZone ?? member.timeZone ?? (own ? null : shared?.timeZone) ?? timeZone,
    hours: (own ?? shared)?.windows ?? [],
    dateHours: [...dates].map(([date, windows]) => ({ date, windows })),
  }
}

function close(
  dates: Map<string, [string, string][]>,
  { fromOn, toOn }: { fromOn: string; toOn: string },
  since: string,
) {
  const first = fromOn < since ? since : fromOn
  for (let at = Date.parse(first); at <= Date.parse(toOn); at += DAY_MS)
    dates.set(new Date(at).toISOString().slice(0, 10), [])
}
