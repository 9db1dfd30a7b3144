const DAYS: Record<number, string> = { 0: 'the same day', 1: 'the next day' }

/** When a task of a template is due, and how long its checklist is. */
export function templateWords(daysAfter: number | null, lines: number): string {
  const due = daysAfter === null ? 'without a day' : (DAYS[daysAfter] ?? `after ${daysAfter} days`)
  return lines === 0 ? due : `${due}, ${lines === 1 ? 'one line' : `${lines} lines`} to tick off`
}
