import type { Booking, ServiceName } from '../../../../db/seed/story.ts'
import type { TeamMember } from '../../../../db/seed/team.ts'

const MINUTES_PER_HOUR = 60
/** The one table at which nails are done is taken like a person. */
const TABLE = 'table'

export type Staffed = Booking & { with: TeamMember }
type Known = {
  lengthOf: (service: ServiceName) => number
  by: (service: ServiceName) => readonly TeamMember[]
  needsTable: (service: ServiceName) => boolean
}
type Taken = { day: number; from: number; until: number; what: (TeamMember | typeof TABLE)[] }

function minuteOf(at: string): number {
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  return hours * MINUTES_PER_HOUR + minutes
}

/**
 * Who does each appointment of a story: somebody who does that and is free, whoever has the least to do that day first.
 * What only fills the days is left out where its person, or the table, is taken. A story that needs more people than
 * there are is a mistake in the story.
 */
export function staffed(story: readonly Booking[], usual: readonly Staffed[], known: Known): Staffed[] {
  const taken: Taken[] = []
  const placeOf = ({ day, at, service }: Booking, who: TeamMember): Taken => ({
    ...{ day, from: minuteOf(at), until: minuteOf(at) + known.lengthOf(service) },
    what: [who, ...(known.needsTable(service) ? ([TABLE] as const) : [])],
  })
  const isFree = (place: Taken) =>
    !taken.some(
      ({ day, from, until, what }) =>
        day === place.day && from < place.until && place.from < until && what.some((one) => place.what.includes(one)),
    )
  const load = (who: TeamMember, on: number) => taken.filter(({ day, what }) => day === on && what.includes(who)).length
  const inOrder = story.toSorted((a, b) => a.day - b.day || minuteOf(a.at) - minuteOf(b.at))
  const placed = inOrder.map((booking) => {
    const able = known.by(booking.service).toSorted((a, b) => load(a, booking.day) - load(b, booking.day))
    const who = able.find((one) => isFree(placeOf(booking, one)))
    if (who === undefined) throw new Error(`Nobody is free for ${booking.who} at ${booking.at} of day ${booking.day}.`)
    taken.push(placeOf(booking, who))
    return { ...booking, with: who }
  })
  const filling = usual.filter((booking) => {
    const place = placeOf(booking, booking.with)
    const mayStand = isFree(place)
    if (mayStand) taken.push(place)
    return mayStand
  })
  return [...placed, ...filling]
}
