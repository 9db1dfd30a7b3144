// By which names the day-book knows what can be taken.

export const staffName = (userId: string) => `staff:${userId}`
export const unitName = (resourceId: string) => `unit:${resourceId}`
export const seatName = (sessionId: string, seat: number) => `${sessionId}#${seat}`

/** The date of a class: one a service, start and people. It claims the people and the room, and each seat is a claim of its own. */
export const sessionIdOf = (serviceId: string, { startsAt }: { startsAt: number }, staffIds: readonly string[]) =>
  `class:${serviceId}:${startsAt}:${staffIds.toSorted().join('+')}`
