type Fields = Record<string, string | number | boolean | null>

/** Structured lines: ids and outcomes, never what a message says or who wrote it. */
export type Log = {
  note(event: string, fields?: Fields): void
  fault(event: string, error: unknown, fields?: Fields): void
}

const STACK_FRAMES = 3

/** Where an error arose, without its message: a database quotes the values it refused, over several lines. */
const framesOf = (error: Error) =>
  (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, STACK_FRAMES)
    .join(' < ')

const faultFields = (error: unknown): Fields =>
  error instanceof Error ? { error: error.name, where: framesOf(error) } : { error: typeof error }

export function logFor(requestId: string): Log {
  const write = (level: string, event: string, fields: Fields) =>
    // biome-ignore lint/suspicious/noConsole: the console is where a Worker's log is collected
    console.log(JSON.stringify({ level, event, requestId, ...fields }))
  return {
    note: (event, fields = {}) => write('note', event, fields),
    fault: (event, error, fields = {}) => write('fault', event, { ...fields, ...faultFields(error) }),
  }
}
