/** Long enough for whatever waits to begin, and short beside a piece of a large job. */
const GAP_MS = 15

/** A gap in a large job. Where one thread does everything, as on a laptop, nobody else was answered until it ended. */
export const letOthersIn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, GAP_MS))
