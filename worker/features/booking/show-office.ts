import { membersOf } from '../../../db/queries/members.ts'
import type { OfficeCtx } from '../../context.ts'
import { readHours } from '../hours/read-hours.ts'
import { bookingSettingsOf } from '../office/rules/settings.ts'
import { listServices } from '../services/list-services.ts'

type Needs = Pick<OfficeCtx, 'db' | 'directory' | 'officeId' | 'office' | 'now'>

/** What the booking page shows of an office: what can be booked, and who of its people does it. Nothing else of anybody. */
export async function showOffice(needs: Needs) {
  const { directory, officeId, office } = needs
  const [services, members, hours] = await Promise.all([
    listServices(needs),
    membersOf(directory, officeId),
    readHours(needs),
  ])
  const working = members.filter(({ role }) => role !== 'viewer')
  const { name, slug, timeZone, currency } = office
  const offered = services.filter(({ isPublic, staffIds }) => isPublic && staffIds.length > 0)
  return {
    office: { name, slug, timeZone, currency, ...publicWords(office) },
    /** The office's own week, by its own clock. */
    hours: (hours.weekly.find(({ userId }) => userId === null)?.windows ?? []).map(({ day, start, end }) => ({
      ...{ day, start, end },
    })),
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

/** What an office says of itself to whoever comes by. */
export function publicWords({ settings }: Pick<OfficeCtx['office'], 'settings'>) {
  const { phone, address, welcome, consent } = bookingSettingsOf(settings)
  return { phone, address, welcome, consent }
}
