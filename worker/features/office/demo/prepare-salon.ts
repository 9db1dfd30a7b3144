import { alone, commit } from '../../../../db/queries/plan.ts'
import { insertBookable } from '../../../../db/queries/services.ts'
import { SERVICES, type ServiceName } from '../../../../db/seed/story.ts'
import { CLOSES, KOFI_AWAY, OFFERED, OPENS } from '../../../../db/seed/team.ts'
import type { MemberCtx } from '../../../trpc/procedures.ts'
import { OFFICE } from '../../hours/rules/whose.ts'
import { daysAround, openDay } from '../rules/demo-days.ts'

/** Tuesday to Saturday. */
const OPEN_DAYS = [2, 3, 4, 5, 6]
const STEP_MINUTES = 15
const HORIZON_DAYS = 60
const NOTICE_MINUTES = 120
const CUT_OFF_MINUTES = 24 * 60

export type Salon = { team: readonly string[]; serviceIds: ReadonlyMap<ServiceName, string>; tableId: string }

const isService = (name: string): name is ServiceName => name in SERVICES

/** What the salon offers, when it is open, and the table at which nails are done. */
export async function prepareSalon(needs: MemberCtx, team: readonly string[]): Promise<Salon> {
  const { db, officeId, now, newId } = needs
  const createdAt = now()
  const names = Object.keys(SERVICES).filter(isService)
  const serviceIds = new Map(names.map((name) => [name, newId()]))
  const tableId = newId()
  const services = names.map((name, position) => serviceRow(needs, name, serviceIds.get(name) ?? '', position))
  const serviceStaff = names.flatMap((name) =>
    OFFERED[name].by.map((who) => ({ officeId, serviceId: serviceIds.get(name) ?? '', userId: team[who] ?? '' })),
  )
  const kept = { officeId, version: 1, createdAt, archivedAt: null }
  const resources = [{ ...kept, id: tableId, kind: 'Nail table', name: 'Nail table', position: 0 }]
  const windows = OPEN_DAYS.map((day) => ({ day, start: OPENS, end: CLOSES }))
  const hours = { officeId, who: OFFICE, timeZone: null, windows }
  const off = { officeId, id: newId(), ...awayDays(needs), who: team[2] ?? '', title: KOFI_AWAY.title, createdAt }
  await commit(
    db,
    alone((db) => insertBookable(db, { services, serviceStaff, resources, hours, off })),
  )
  return { team, serviceIds, tableId }
}

function awayDays({ now, office }: Pick<MemberCtx, 'now' | 'office'>) {
  const first = openDay(daysAround(now(), office.timeZone), KOFI_AWAY.from)
  return { fromOn: first.toString(), toOn: first.add({ days: KOFI_AWAY.days }).toString() }
}

function serviceRow(
  { officeId, now }: Pick<MemberCtx, 'officeId' | 'now'>,
  name: ServiceName,
  id: string,
  position: number,
) {
  const { colour, price, needsTable } = OFFERED[name]
  return {
    ...{
      officeId,
      id,
      name,
      description: '',
      lengthMinutes: SERVICES[name],
      everyMinutes: STEP_MINUTES,
      colour,
      position,
    },
    ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 0, noticeMinutes: NOTICE_MINUTES, horizonDays: HORIZON_DAYS },
    ...{ mostPerDay: null, mostPerWeek: null, priceMinor: price, needs: 'any' as const, seats: 1, questions: [] },
    resources: needsTable ? [{ kind: 'Nail table', quantity: 1 }] : [],
    ...{ isPublic: true, needsApproval: false, cutOffMinutes: CUT_OFF_MINUTES },
    ...{ version: 1, createdAt: now(), archivedAt: null },
  }
}
