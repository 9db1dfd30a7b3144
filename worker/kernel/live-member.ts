import { shorten } from './text.ts'

/** Whose screen a socket is. */
export type LiveMember = { userId: string; name: string }

const HEADER = 'Foyer-Member'
const NAME_LENGTH = 80

/** The header by which the Worker tells the desk whose socket it forwards. Query encoding, because a name may hold any letter. */
export const headersOfMember = ({ userId, name }: LiveMember): Record<string, string> => ({
  [HEADER]: new URLSearchParams({ userId, name: shorten(name, NAME_LENGTH) }).toString(),
})

/** Who the Worker says is asking; null when it says nothing. */
export function memberOfHeaders(headers: Headers): LiveMember | null {
  const said = new URLSearchParams(headers.get(HEADER) ?? '')
  const userId = said.get('userId')
  return userId ? { userId, name: said.get('name') ?? '' } : null
}
