type Fields = Record<string, string | number | boolean | null>

/** Structured lines: ids and outcomes, never what a message says or who wrote it. */
export type Log = {
  note(event: string, fields?: Fields): void
  fault(event: string, error: unknown, fields?: Fields): void
}

/** The kind of an error and where it arose. Its message stays out: a database quotes the values it refused. */
const faultFields = (error: unknown): Fields =>
  error instanceof Error
    ? {
        error: error.name,
        at: (error.stack ?? '')
          .split('\n')
          .slice(1, 4)
          .map((line) => line.trim())
          .join(' < '),
      }
    : { error: typeof error }

export function logFor(requestId: string): Log {
  const write = (level: string, event: string, fields: Fields) =>
    // biome-ignore lint/suspicious/noConsole: the console is where a Worker's log is collected
    console.log(JSON.stringify({ level, event, requestId, ...fields }))
  return {
    note: (event, fields = {}) => write('note', event, fields),
    fault: (event, error, fields = {}) => write('fault', event, { ...fields, ...faultFields(error) }),
  }
}
