import { offsetAt } from '../../appointments/rules/time/offset-at.ts'
import { plainName } from './plain-name.ts'
import type { Values } from './template.ts'

export type Told = {
  name: string
  service: string
  startsAt: Date
  people: readonly string[]
  place: string
  office: string
  /** Where it takes place. */
  timeZone: string
  /** In which zone whoever reads it chose the time. */
  readerZone: string | null
  manageLink: string
  /** Until when they may change it themselves; null where that is over, or up to the start. */
  changeUntil: Date | null
}

const dayOf = (at: Date, timeZone: string) =>
  at.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone })
const clockOf = (at: Date, timeZone: string) =>
  at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone })

/** What stands in the place of each placeholder. Somebody on other clocks is told whose clock is meant. */
export function valuesOf(told: Told): Values {
  const { startsAt, timeZone, readerZone, changeUntil } = told
  const day = dayOf(startsAt, timeZone)
  const clock = clockOf(startsAt, timeZone)
  const at = startsAt.getTime()
  const isElsewhere = readerZone !== null && offsetAt(readerZone, at) !== offsetAt(timeZone, at)
  return {
    ...{ name: plainName(told.name), service: told.service, day, with: told.people.join(' and ') },
    time: isElsewhere ? `${clock} (${timeZone.replaceAll('_', ' ')})` : clock,
    ...{ place: told.place, office: told.office, manageLink: told.manageLink },
    changeUntil: changeUntil ? `${dayOf(changeUntil, timeZone)} at ${clockOf(changeUntil, timeZone)}` : '',
  }
}
