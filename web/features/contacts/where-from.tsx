import { Link } from '@tanstack/react-router'

type Face = { contactId: string | null; contactName: string | null; conversationId: string | null }

/** Whose a deal or task is, and the message that it came from, each with the way there. */
export function WhereFrom({ contactId, contactName, conversationId }: Face) {
  return (
    <>
      {contactId && contactName && (
        <Link to="/contacts/$contactId" params={{ contactId }}>
          {contactName}
        </Link>
      )}
      {conversationId && (
        <Link to="/inbox/$conversationId" params={{ conversationId }}>
          From a message
        </Link>
      )}
    </>
  )
}
