import { useEffect, useState } from 'react'

const MINUTE_MS = 60_000

/** The time, which moves on every minute so that "today" does not turn stale on a screen that stays open. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
