import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { longWhen } from '../../../ui/dates.ts'
import { LoadingRows } from '../../../ui/loading-rows.tsx'
import { Monogram } from '../../../ui/monogram.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { tellProblem } from '../../../ui/toast.ts'
import { ROLE_NAMES } from '../role-names.ts'
import { useOffice } from '../use-office.ts'
import { InviteForm } from './invite-form.tsx'
import { RemoveMember } from './remove-member.tsx'
import { ROLE_CHOICES, roleOf } from './role-choices.ts'
import { Section } from './section.tsx'
import classes from './settings.module.css'

/** Who works here, and who is asked to. */
export function MembersSection() {
  const { office, user, isOwner } = useOffice()
  const { data, error, refetch } = useQuery(trpc.office.members.queryOptions())
  const queryClient = useQueryClient()
  const settled = {
    onError: (problem: unknown) => tellProblem(sentenceOf(problem)),
    onSettled: () => queryClient.invalidateQueries(trpc.office.members.pathFilter()),
  }
  const changeRole = useMutation(trpc.office.changeRole.mutationOptions(settled))
  const revoke = useMutation(trpc.office.revokeInvitation.mutationOptions(settled))
  return (
    <Section id="members" title="Members" lead="Owners may change everything, staff work here, viewers only look.">
      {!data && !error && <LoadingRows count={2} />}
      {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {data && (
        <ul className={classes.rows}>
          {data.members.map(({ userId, name, email, role }) => (
            <li key={userId} className={classes.row}>
              <Monogram name={name} />
              <div className={classes.words}>
                <div className={classes.name}>{userId === user.id ? `${name} (you)` : name}</div>
                <div className={classes.detail}>{email}</div>
              </div>
              {isOwner && userId !== user.id ? (
                <>
                  <NativeSelect
                    size="xs"
                    aria-label={`Role of ${name}`}
                    data={ROLE_CHOICES}
                    value={role}
                    onChange={(event) => changeRole.mutate({ userId, role: roleOf(event.currentTarget.value) })}
                  />
                  <RemoveMember userId={userId} name={name} />
                </>
              ) : (
                <span className={classes.detail}>{ROLE_NAMES[role]}</span>
              )}
            </li>
          ))}
          {data.invitations.map(({ id, email, role, expiresAt }) => (
            <li key={id} className={classes.row}>
              <Monogram name={email} />
              <div className={classes.words}>
                <div className={classes.name}>{email}</div>
                <div className={classes.detail}>
                  Invited as {ROLE_NAMES[role].toLowerCase()}, until {longWhen(expiresAt, office.timeZone)}
                </div>
              </div>
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                onClick={() => revoke.mutate({ invitationId: id })}
              >
                Take back
              </Button>
            </li>
          ))}
        </ul>
      )}
      {isOwner && <InviteForm />}
    </Section>
  )
}
