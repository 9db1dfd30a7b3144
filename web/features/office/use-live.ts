import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { deskLine } from '../inbox/desk-line.ts'
import { keysOfChange } from './keys-of-change.ts'

/** Keeps the screens of the office true while the shell is open: what the desk tells is read anew, and nothing else. */
export function useLive(): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    let left = false
    const open = async () => {
      // Loaded apart: the first screen need not wait for the code of the socket.
      const [{ openLive }, { browserWorld }] = await Promise.all([
        import('../../live.ts'),
        import('../../live/browser-world.ts'),
      ])
      if (left) return
      const options = {
        url: '/live',
        onEvents: (events: Parameters<typeof keysOfChange>[0]) => {
          for (const queryKey of keysOfChange(events)) void queryClient.invalidateQueries({ queryKey })
        },
        onReset: () => void queryClient.invalidateQueries(),
        onPresence: deskLine.setPresent,
        onState: deskLine.setState,
      }
      deskLine.attach(openLive(options, browserWorld))
    }
    void open()
    return () => {
      left = true
      deskLine.detach()
    }
  }, [queryClient])
}
