import { Temporal } from 'temporal-polyfill/implementation'

export const ZONES: readonly string[] = [...Intl.supportedValuesOf('timeZone'), 'UTC']

/** Where a zone changes its clocks between two instants, as Temporal knows it. */
export function changesOf(timeZone: string, from: string, until: string): number[] {
  const changes: number[] = []
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.from(from).toZonedDateTimeISO(timeZone)
  const end = Temporal.Instant.from(until).epochMilliseconds
  for (;;) {
    at = at.getTimeZoneTransition('next')
    if (at === null || at.epochMilliseconds >= end) return changes
    changes.push(at.epochMilliseconds)
  }
}

/** What Temporal says the clocks of a zone show. */
export const clockAt = (timeZone: string, at: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)

/** The instant of a wall time by Temporal: after the gap, before the overlap. */
export const instantAt = (timeZone: string, wall: Temporal.PlainDateTime): number =>
  wall.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds
