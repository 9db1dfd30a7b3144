import { and, asc, eq, gte, isNull } from 'drizzle-orm'
import type { Statement } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { dateHours, staffHours, type TimeOff, timeOff } from '../schema/hours.ts'
import type { Db } from '../schema/index.ts'
import { type Resource, resources, type Service, serviceStaff, services } from '../schema/services.ts'

/** The services in their order, those that were put away too. */
export const allServices = (db: Db, officeId: OfficeId): Promise<Service[]> =>
  db
    .select()
    .from(services)
    .where(eq(services.officeId, officeId))
    .orderBy(asc(services.position), asc(services.id))
    .then((rows) => rows)

/** Who can do which service. */
export const allServiceStaff = (db: Db, officeId: OfficeId) =>
  db
    .select({ serviceId: serviceStaff.serviceId, userId: serviceStaff.userId })
    .from(serviceStaff)
    .where(eq(serviceStaff.officeId, officeId))
    .orderBy(asc(serviceStaff.serviceId), asc(serviceStaff.userId))
    .then((rows) => rows)

/** The rooms, chairs and so on, in the order in which they are taken. */
export const listResources = (db: Db, officeId: OfficeId) =>
  db
    .select()
    .from(resources)
    .where(and(eq(resources.officeId, officeId), isNull(resources.archivedAt)))
    .orderBy(asc(resources.kind), asc(resources.position), asc(resources.id))
    .then((rows) => rows)

/** Everybody's weekly hours, and what replaces them on dates from this one on. */
export async function hoursOf(db: Db, officeId: OfficeId, fromOn: string) {
  const [weekly, dates, off] = await Promise.all([
    db.select().from(staffHours).where(eq(staffHours.officeId, officeId)).orderBy(asc(staffHours.who)),
    db
      .select()
      .from(dateHours)
      .where(and(eq(dateHours.officeId, officeId), gte(dateHours.date, fromOn)))
      .orderBy(asc(dateHours.who), asc(dateHours.date)),
    db
      .select()
      .from(timeOff)
      .where(and(eq(timeOff.officeId, officeId), gte(timeOff.toOn, fromOn)))
      .orderBy(asc(timeOff.fromOn), asc(timeOff.id)),
  ])
  return { weekly, dates, off }
}

type Bookable = {
  services: Service[]
  serviceStaff: (typeof serviceStaff.$inferInsert)[]
  resources: Resource[]
  hours: typeof staffHours.$inferInsert
  off: TimeOff
}

/** The statements that set an office up to be booked. */
export const insertBookable = (db: Db, bookable: Bookable): Statement[] => [
  ...bookable.services.map((service) => db.insert(services).values(service)),
  ...bookable.serviceStaff.map((one) => db.insert(serviceStaff).values(one)),
  ...bookable.resources.map((resource) => db.insert(resources).values(resource)),
  db.insert(staffHours).values(bookable.hours),
  db.insert(timeOff).values(bookable.off),
]
