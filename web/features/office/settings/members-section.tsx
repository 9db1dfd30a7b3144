import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { LoadingRows } from '../../../ui/loading-rows.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { useOffice } from '../use-office.ts'
import { InviteForm } from './invite-form.tsx'
import { InvitationRow, MemberRow } from './member-row.tsx'
import { RequireSecondFactor } from './require-second-factor.tsx'
import { Section } from './section.tsx'
import classes from './settings.module.css'

/** Who works here, and who is asked to. */
export function MembersSection() {
  const { isOwner } = useOffice()
  const { data, error, refetch } = useQuery(trpc.office.members.queryOptions())
  return (
    <Section id="members" title="Members" lead="Owners may change everything, staff work here, viewers only look.">
      {!data && !error && <LoadingRows count={2} />}
      {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {data && (
        <ul className={classes.rows}>
          {data.members.map((member) => (
            <MemberRow key={member.userId} member={member} />
          ))}
          {data.invitations.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
      {isOwner && <InviteForm />}
      {isOwner && <RequireSecondFactor />}
    </Section>
  )
}
