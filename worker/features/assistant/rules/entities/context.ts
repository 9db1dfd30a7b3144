/** What one must know of the office to read a message: its clock and the country (ISO 3166, two letters) whose habits its numbers follow. */
export type ReadingContext = { now: string; timeZone: string; country?: string }

/** Whether 3/4 is the third of April: everywhere but in the United States, whose clocks also stand for "unknown". */
export const writesDayFirst = (context: ReadingContext): boolean =>
  context.country ? context.country !== 'US' : !/^(America|US|Etc)\/|^(UTC|GMT)$/.test(context.timeZone)
