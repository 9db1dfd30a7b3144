/** What a key press looks like to a shortcut. */
export type KeyPress = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean }

/** How long after `g` its second key still counts. */
export const SEQUENCE_MS = 1200

/**
 * The name of the shortcut that this press completes, the first half of one, or nothing. `pending` is the half that
 * was pressed before. Presses with Ctrl, Alt or Cmd belong to the browser.
 */
export function readShortcut(
  press: KeyPress,
  pending: string | null,
  names: readonly string[],
): { done: string } | { pending: string } | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key
  const sequence = pending ? `${pending} ${key}` : key
  if (names.includes(sequence)) return { done: sequence }
  if (pending) return readShortcut(press, null, names)
  return names.some((name) => name.startsWith(`${key} `)) ? { pending: key } : null
}
