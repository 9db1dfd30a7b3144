const two = (value: number) => String(value).padStart(2, '0')

/** A minute of the day as a clock shows it: 1260 is 21:00. */
export const clockOfMinute = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

/** The minute of the day that a clock shows, or null where it is none. */
export function minuteOfClock(clock: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock) ?? []
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes)
}
