import { useEffect } from 'react'

/** Names the browser's tab after what is on the screen. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Foyer` : 'Foyer'
  }, [title])
}
