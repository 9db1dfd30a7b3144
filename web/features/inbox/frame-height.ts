const LINE_PX = 26
const LINE_LETTERS = 80
const LEAST_PX = 160
const MOST_PX = 640

/**
 * How high the frame of a formatted mail starts, in pixels, guessed from its text: a frame without scripts cannot tell.
 * It scrolls inside, and can be drawn higher.
 */
export function frameHeight(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / LINE_LETTERS), 0)
  return Math.min(MOST_PX, Math.max(LEAST_PX, lines * LINE_PX))
}
