import { useState } from 'react'

const KEY = 'recent actions seen until'

/** Until when this browser has seen what the assistant did: an instant, and how to move it on. */
export function useSeenUntil(): [string, (at: string) => void] {
  const [until, setUntil] = useState(() => localStorage.getItem(KEY) ?? '')
  const see = (at: string) => {
    localStorage.setItem(KEY, at)
    setUntil(at)
  }
  return [until, see]
}
