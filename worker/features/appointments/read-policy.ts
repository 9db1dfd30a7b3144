import { membersOf } from '../../../db/queries/members.ts'
import { allServiceStaff, allServices, hoursOf, listResources } from '../../../db/queries/services.ts'
import type { OfficeCtx } from '../../context.ts'
import { DAY_MS } from '../../kernel/time.ts'
import type { Policy } from './rules/policy.ts'
import { policyFrom } from './rules/policy-from.ts'

/** Zones are up to a day apart, and a window that began the evening before may still be open. */
const STILL_MATTERS_MS = 3 * DAY_MS

/** The office's rules as they are now. The instant at which reading began goes along, so that an older copy gives way. */
export async function readPolicy(
  needs: Pick<OfficeCtx, 'db' | 'directory' | 'officeId' | 'office' | 'now'>,
): Promise<Policy> {
  const { db, directory, officeId, office, now } = needs
  const readAt = now().getTime()
  const fromOn = new Date(readAt - STILL_MATTERS_MS).toISOString().slice(0, 10)
  const [members, services, serviceStaff, resources, hours] = await Promise.all([
    membersOf(directory, officeId),
    allServices(db, officeId),
    allServiceStaff(db, officeId),
    listResources(db, officeId),
    hoursOf(db, officeId, fromOn),
  ])
  const { shard, timeZone, settings } = office
  const place = { id: officeId, shard, timeZone }
  return policyFrom({
    readAt,
    office: place,
    members,
    services,
    serviceStaff,
    resources,
    hours,
    fromOn,
    outside: settings.calendars,
  })
}
