import { Link } from '@tanstack/react-router'
import { Ahead } from './ahead.tsx'
import { Fact, Facts } from './facts.tsx'
import { OpenConversations } from './open-conversations.tsx'
import { OpenDeals } from './open-deals.tsx'
import { OpenTasks } from './open-tasks.tsx'
import type { Contact } from './types.ts'

/** What is going on with a contact: how to reach them, with whom they live, and everything that is open. */
export function ContactFacts({
  contact,
  withConversations = false,
}: {
  contact: Contact
  withConversations?: boolean
}) {
  const { id, addresses, household } = contact
  return (
    <>
      <Facts title="Reach">
        {addresses.map(({ id: addressId, kind, value, asTyped }) => (
          <Fact key={addressId}>
            <a href={kind === 'email' ? `mailto:${value}` : `tel:${value}`}>{asTyped}</a>
          </Fact>
        ))}
        {addresses.length === 0 && <Fact>No address yet.</Fact>}
      </Facts>
      {household && (
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
      {withConversations && <OpenConversations contactId={id} />}
    </>
  )
}
