import type { Contact } from './types.ts'

const SCHEMES = { email: 'mailto:', phone: 'tel:', postal: null } as const

/** An address that is written to or called by a click; a place is only read. */
export function AddressLink({ address: { kind, value, asTyped } }: { address: Contact['addresses'][number] }) {
  const scheme = SCHEMES[kind]
  return scheme ? <a href={scheme + value}>{asTyped}</a> : asTyped
}
