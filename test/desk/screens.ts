import { env } from 'cloudflare:workers'
import { FromScreen, type ToScreen } from '../../worker/kernel/live.ts'
import { PONG } from '../../worker/kernel/live-line.ts'
import { headersOfMember } from '../../worker/kernel/live-member.ts'

const WAIT_MS = 5000

export const ANNA = { userId: 'anna', name: 'Anna Müller' }
export const BEN = { userId: 'ben', name: 'Ben' }

export const deskOfNewOffice = () => env.DESK.getByName(crypto.randomUUID())
export type DeskStub = ReturnType<typeof deskOfNewOffice>

/** A socket at the desk as the Worker opens it, and everything it was told. */
export async function openScreen(desk: DeskStub, member = ANNA) {
  const response = await desk.fetch('https://desk/live', {
    headers: { Upgrade: 'websocket', ...headersOfMember(member) },
  })
  const socket = response.webSocket
  if (!socket) throw new Error(`The desk answered ${response.status}.`)
  socket.accept()
  const told: ToScreen[] = []
  const pongs: number[] = []
  const closed: number[] = []
  socket.addEventListener('message', ({ data }) => {
    if (data === PONG) pongs.push(Date.now())
    else told.push(JSON.parse(String(data)))
  })
  socket.addEventListener('close', ({ code }) => {
    closed.push(code)
  })
  return {
    told,
    pongs,
    closed,
    socket,
    say: (message: FromScreen) => socket.send(JSON.stringify(FromScreen.parse(message))),
    /** Waits until so many messages of a kind have come, and returns those. */
    hears: async <T extends ToScreen['type']>(type: T, count = 1): Promise<Extract<ToScreen, { type: T }>[]> => {
      const ofType = () => told.filter((message): message is Extract<ToScreen, { type: T }> => message.type === type)
      await until(() => ofType().length >= count)
      return ofType()
    },
  }
}

export async function until(isTrue: () => boolean) {
  const deadline = Date.now() + WAIT_MS
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error('It did not happen in time.')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
