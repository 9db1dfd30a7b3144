import { useEffect, useRef } from 'react'
import { readShortcut, SEQUENCE_MS } from './shortcut-reader.ts'

const TYPED_INTO = 'input, textarea, select, [contenteditable="true"], [role="slider"], [role="combobox"]'
const HAS_OWN_KEYS = '[role="dialog"], [role="menu"], [role="listbox"]'

/** Whether the person is writing or in a dialog, where a letter is a letter. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`${TYPED_INTO}, ${HAS_OWN_KEYS}`) !== null
}

/** Runs a shortcut such as `j` or `g i` while this component is on the screen. Never while typing. */
export function useShortcuts(shortcuts: Record<string, () => void>): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  useEffect(() => {
    let pending: { key: string; at: number } | null = null
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return
      const half = pending && event.timeStamp - pending.at < SEQUENCE_MS ? pending.key : null
      const read = readShortcut(event, half, Object.keys(latest.current))
      pending = read && 'pending' in read ? { key: read.pending, at: event.timeStamp } : null
      if (!read || !('done' in read)) return
      event.preventDefault()
      latest.current[read.done]?.()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
