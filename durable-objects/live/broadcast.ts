/** Sends the text to every socket, and returns those that could not take it, so that one broken line silences no other. */
export function broadcast<T extends Pick<WebSocket, 'send'>>(sockets: readonly T[], text: string): T[] {
  return sockets.filter((socket) => {
    try {
      socket.send(text)
      return false
    } catch {
      return true
    }
  })
}
