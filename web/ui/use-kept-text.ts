import { useState } from 'react'

/** A text that survives a reload and a lost network: kept in this browser under `key` until it is emptied. */
export function useKeptText(key: string, initial: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => localStorage.getItem(key) ?? initial)
  const put = (next: string) => {
    setText(next)
    if (next === '') localStorage.removeItem(key)
    else localStorage.setItem(key, next)
  }
  return [text, put]
}
