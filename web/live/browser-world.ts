import type { World } from './world.ts'

export const browserWorld: World = {
  connect(path, hearing) {
    const address = new URL(path, window.location.href)
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
    const socket = new WebSocket(address)
    socket.addEventListener('open', () => hearing.opened())
    socket.addEventListener('message', (event) => {
      if (typeof event.data === 'string') hearing.said(event.data)
    })
    socket.addEventListener('close', (event) => hearing.closed(event.code))
    return { send: (text) => socket.send(text), close: () => socket.close() }
  },

  after(ms, run) {
    const timer = window.setTimeout(run, ms)
    return () => window.clearTimeout(timer)
  },

  random: () => Math.random(),

  onWake(wake) {
    const onVisibility = () => {
      if (document.visibilityState === 'visible') wake()
    }
    window.addEventListener('online', wake)
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      window.removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', onVisibility)
    }
  },
}
