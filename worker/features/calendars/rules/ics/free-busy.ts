import { BrokenEvent } from './broken-event.ts'
import type { ContentLine } from './content-lines.ts'
import { lengthOf, whenOf, type Zones } from './date-values.ts'
import type { CalendarEvent } from './event.ts'

/** The busy times of a `VFREEBUSY`, which some calendars publish instead of their events. */
export function freeBusyEvents(lines: readonly ContentLine[], zones: Zones): CalendarEvent[] {
  return lines
    .filter(({ name, params }) => name === 'FREEBUSY' && params.get('FBTYPE')?.toUpperCase() !== 'FREE')
    .flatMap((line) => line.value.split(',').map((period) => busyEvent(line, period, zones)))
}

function busyEvent(line: ContentLine, period: string, zones: Zones): CalendarEvent {
  const [from = '', until = ''] = period.split('/')
  const start = whenOf({ ...line, value: from }, zones)
  const length = /^[+-]?P/.test(until.trim()) ? lengthOf(until) : whenOf({ ...line, value: until }, zones).at - start.at
  if (length < 0) throw new BrokenEvent('it ends before it begins')
  return {
    ...{ uid: `busy-${start.at}-${length}`, title: '', start, length, rule: null, also: [], never: [], instead: null },
    ...{ sequence: 0, isCancelled: false, isFree: false, line: line.line },
    isTentative: line.params.get('FBTYPE')?.toUpperCase() === 'BUSY-TENTATIVE',
  }
}
