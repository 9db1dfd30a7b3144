import { membersOf } from '../../../db/queries/members.ts'
import type { OfficeCtx } from '../../context.ts'
import { listServices } from '../services/list-services.ts'

type Needs = Pick<OfficeCtx, 'db' | 'directory' | 'officeId' | 'office'>

/** What the booking page shows of an office: what can be booked, and who of its people does it. Nothing else of anybody. */
export async function showOffice(needs: Needs) {
  const { directory, officeId, office } = needs
  const [services, members] = await Promise.all([listServices(needs), membersOf(directory, officeId)])
  const working = members.filter(({ role }) => role !== 'viewer')
  const { name, slug, timeZone, currency } = office
  const offered = services.filter(({ isPublic, staffIds }) => isPublic && staffIds.length > 0)
  return {
    office: { name, slug, timeZone, currency },
    services: offered.map((service) => ({
      ...{ id: service.id, name: service.name, description: service.description, colour: service.colour },
      ...{ lengthMinutes: service.lengthMinutes, priceMinor: service.priceMinor, seats: service.seats },
      ...{ needsApproval: service.needsApproval, cutOffMinutes: service.cutOffMinutes, questions: service.questions },
      /** Of whom one can be chosen; where all do it together there is nothing to choose. */
      staff: working
        .filter(({ userId }) => service.needs === 'any' && service.staffIds.includes(userId))
        .map(({ userId: id, name }) => ({ id, name })),
    })),
  }
}
