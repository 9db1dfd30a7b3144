import { flag, foreignKey, index, json, primaryKey, table, text, whole } from '#dialect'
import { COLOURS, type Need, type Question } from '../../worker/features/services/rules/service-words.ts'
import { archivedAt, createdAt, ofOffice } from './columns.ts'

/** What can be booked. Lengths are whole minutes, the price is in minor units of the office's currency. */
export const services = table(
  'services',
  {
    ...ofOffice(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    lengthMinutes: whole('length_minutes').notNull(),
    /** From one offered start to the next. */
    everyMinutes: whole('every_minutes').notNull(),
    bufferBeforeMinutes: whole('buffer_before_minutes').notNull().default(0),
    bufferAfterMinutes: whole('buffer_after_minutes').notNull().default(0),
    noticeMinutes: whole('notice_minutes').notNull().default(0),
    horizonDays: whole('horizon_days').notNull(),
    /** How many may begin on one day and in one week (from Monday) of the office's zone; null: as many as there is time for. */
    mostPerDay: whole('most_per_day'),
    mostPerWeek: whole('most_per_week'),
    colour: text('colour', { enum: COLOURS }).notNull(),
    priceMinor: whole('price_minor'),
    /** Whether one of its people does it, or all of them together. */
    needs: text('needs', { enum: ['any', 'all'] }).notNull(),
    /** What else it takes, by kind: a room, two chairs. */
    resources: json<Need[]>('resources').notNull().default([]),
    /** More than one makes it a class: one date, and a seat for each who comes. */
    seats: whole('seats').notNull().default(1),
    isPublic: flag('is_public').notNull(),
    needsApproval: flag('needs_approval').notNull(),
    /** Until how long before the start the customer may cancel or move it. */
    cutOffMinutes: whole('cut_off_minutes').notNull(),
    questions: json<Question[]>('questions').notNull().default([]),
    position: whole('position').notNull(),
    version: whole('version').notNull().default(1),
    createdAt: createdAt(),
    archivedAt: archivedAt(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.id] }), index('services_list').on(t.officeId, t.position, t.id)],
)

/** Who can do a service. Members stand in the directory, which may be another database. */
export const serviceStaff = table(
  'service_staff',
  {
    officeId: ofOffice().officeId,
    serviceId: text('service_id').notNull(),
    userId: text('user_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.serviceId, t.userId] }),
    foreignKey({ columns: [t.officeId, t.serviceId], foreignColumns: [services.officeId, services.id] }),
  ],
)

/** Rooms, chairs and whatever else only one can use at a time: one row a unit. */
export const resources = table(
  'resources',
  {
    ...ofOffice(),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    position: whole('position').notNull(),
    version: whole('version').notNull().default(1),
    createdAt: createdAt(),
    archivedAt: archivedAt(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.id] }), index('resources_list').on(t.officeId, t.kind, t.position)],
)

export type Service = typeof services.$inferSelect
export type Resource = typeof resources.$inferSelect
