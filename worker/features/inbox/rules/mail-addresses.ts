import type { Address } from 'postal-mime'
import { oneLine } from '../../../kernel/text.ts'
import { normaliseAddress } from './normalise-address.ts'
import type { MailAddress } from './parsed-mail.ts'
import { cutText, withoutControls, withoutInvisible } from './visible-text.ts'

/** People one mail is written to. Whoever mails more names them for the machine, not for the reader. */
export const MAX_ADDRESSES = 500
const MAX_NAME_LENGTH = 200

/** The mailboxes of one header, groups opened, each address once, at most `MAX_ADDRESSES`; `title` is used in notes. */
export function mailAddresses(title: string, list: readonly Address[]): { addresses: MailAddress[]; notes: string[] } {
  const mailboxes = list.flatMap((entry) => entry.group ?? [entry])
  const byAddress = new Map<string, MailAddress>()
  let unreadable = 0
  for (const mailbox of mailboxes) {
    const address = normaliseAddress(mailbox.address ?? '')
    if (address === null) unreadable += 1
    else if (!byAddress.has(address)) byAddress.set(address, { name: displayName(mailbox.name), address })
  }
  const addresses = [...byAddress.values()].slice(0, MAX_ADDRESSES)
  const left = byAddress.size - addresses.length
  const notes: string[] = []
  if (left > 0)
    notes.push(`${title} holds ${byAddress.size} addresses; ${left} were left out here and stand in the original.`)
  if (unreadable > 0)
    notes.push(
      `${title} holds ${unreadable} ${unreadable === 1 ? 'entry' : 'entries'} that cannot be read as an address.`,
    )
  return { addresses, notes }
}

/** A name as it may be shown: one line, and no characters that reverse or hide part of it. */
const displayName = (name: string) => cutText(oneLine(withoutInvisible(withoutControls(name))), MAX_NAME_LENGTH)
