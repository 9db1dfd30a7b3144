import { Link } from '@tanstack/react-router'
import { AddressLink } from './address-link.tsx'
import { Ahead } from './ahead.tsx'
import { Fact, Facts } from './facts.tsx'
import { OpenConversations } from './open-conversations.tsx'
import { OpenDeals } from './open-deals.tsx'
import { OpenTasks } from './open-tasks.tsx'
import type { Contact } from './types.ts'

/** What is going on with a contact: how to reach them, with whom they live, and everything that is open. */
export function ContactFacts({
  contact,
  isWhole = false,
}: {
  contact: Contact
  /** On the contact's own page, where addresses and household are changed and stand by themselves. */
  isWhole?: boolean
}) {
  const { id, addresses, household } = contact
  return (
    <>
      {!isWhole && <Reach addresses={addresses} />}
      {!isWhole && household && (
        <Facts title={household.name}>
          {household.people
            .filter((person) => person.id !== id)
            .map((person) => (
              <Fact key={person.id}>
                <Link to="/contacts/$contactId" params={{ contactId: person.id }}>
                  {person.name}
                </Link>
              </Fact>
            ))}
        </Facts>
      )}
      <Ahead contactId={id} />
      <OpenTasks contactId={id} />
      <OpenDeals contactId={id} />
      {isWhole && <OpenConversations contactId={id} />}
    </>
  )
}

function Reach({ addresses }: Pick<Contact, 'addresses'>) {
  return (
    <Facts title="Reach">
      {addresses.map((address) => (
        <Fact key={address.id}>
          <AddressLink address={address} />
        </Fact>
      ))}
      {addresses.length === 0 && <Fact>No address yet.</Fact>}
    </Facts>
  )
}
