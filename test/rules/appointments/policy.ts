import type { Policy, ServiceRules, StaffRules } from '../../../worker/features/appointments/rules/policy.ts'
import type { View } from '../../../worker/features/appointments/rules/view.ts'
import { OfficeId } from '../../../worker/kernel/ids.ts'

/** Monday, 2 March 2026, 00:00 UTC. */
export const MONDAY = Date.UTC(2026, 2, 2)
export const clock = (hours: number, day = 0) => MONDAY + day * 86_400_000 + hours * 3_600_000

export const anybody = (id: string, more: Partial<StaffRules> = {}): StaffRules => ({
  ...{ id, name: id, timeZone: 'UTC', dateHours: [] },
  hours: [1, 2, 3, 4, 5].map((day) => ({ day, start: '09:00', end: '17:00' })),
  ...more,
})
export const serviceWith = (more: Partial<ServiceRules> = {}): ServiceRules => ({
  ...{ id: 's', name: 'S', isOpen: true, lengthMinutes: 60, everyMinutes: 60, noticeMinutes: 0, horizonDays: 30 },
  ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 0, mostPerDay: null, mostPerWeek: null, needs: 'any' as const },
  ...{ staffIds: ['anna'], resources: [], seats: 1, isPublic: true, needsApproval: false, cutOffMinutes: 0 },
  ...more,
})
export const policyWith = (more: Partial<Policy> = {}): Policy => ({
  readAt: 0,
  office: { id: OfficeId.parse('0193a000-0000-7000-8000-000000000001'), shard: 0, timeZone: 'UTC' },
  staff: [anybody('anna'), anybody('ben')],
  services: [],
  resources: [],
  ...more,
})
export const viewWith = (more: Partial<View> = {}): View => ({
  taken: [],
  starts: [],
  sessions: [],
  outside: [],
  unknown: [],
  ...more,
})
export const ask = (from: number, to: number, now = MONDAY) => ({ now, from, to, viewerTimeZone: 'UTC', staffIds: [] })
