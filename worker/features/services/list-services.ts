import type { z } from 'zod'
import { allServiceStaff, allServices } from '../../../db/queries/services.ts'
import type { OfficeCtx } from '../../context.ts'
import type { ServiceShown } from './input.ts'

/** What can be booked, in its order, each with who does it. */
export async function listServices({
  db,
  officeId,
}: Pick<OfficeCtx, 'db' | 'officeId'>): Promise<z.infer<typeof ServiceShown>[]> {
  const [services, staff] = await Promise.all([allServices(db, officeId), allServiceStaff(db, officeId)])
  return services
    .filter(({ archivedAt }) => archivedAt === null)
    .map((service) => ({
      ...service,
      staffIds: staff.filter((each) => each.serviceId === service.id).map(({ userId }) => userId),
    }))
}
