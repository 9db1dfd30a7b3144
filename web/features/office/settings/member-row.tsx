import { Button, NativeSelect } from '@mantine/core'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../../worker/trpc/router.ts'
import { longWhen } from '../../../ui/dates.ts'
import { Monogram } from '../../../ui/monogram.tsx'
import { ROLE_NAMES } from '../role-names.ts'
import { useOffice } from '../use-office.ts'
import { RemoveMember } from './remove-member.tsx'
import { ROLE_CHOICES, roleOf } from './role-choices.ts'
import classes from './settings.module.css'
import { useMemberActions } from './use-member-actions.ts'

type Members = inferRouterOutputs<AppRouter>['office']['members']

/** Who works here, and in which role; owners change it, but not their own. */
export function MemberRow({ member: { userId, name, email, role } }: { member: Members['members'][number] }) {
  const { user, isOwner } = useOffice()
  const { changeRole } = useMemberActions()
  const isMe = userId === user.id
  return (
    <li className={classes.row}>
      <Monogram name={name} />
      <div className={classes.words}>
        <div className={classes.name}>{isMe ? `${name} (you)` : name}</div>
        <div className={classes.detail}>{email}</div>
      </div>
      {isOwner && !isMe ? (
        <>
          <NativeSelect
            size="xs"
            aria-label={`Role of ${name}`}
            data={ROLE_CHOICES}
            value={role}
            onChange={(event) => changeRole({ userId, role: roleOf(event.currentTarget.value) })}
          />
          <RemoveMember userId={userId} name={name} />
        </>
      ) : (
        <span className={classes.detail}>{ROLE_NAMES[role]}</span>
      )}
    </li>
  )
}

/** Who is asked to work here, and until when. */
export function InvitationRow({ invitation }: { invitation: Members['invitations'][number] }) {
  const { id, email, role, expiresAt } = invitation
  const { office } = useOffice()
  const { revoke } = useMemberActions()
  return (
    <li className={classes.row}>
      <Monogram name={email} />
      <div className={classes.words}>
        <div className={classes.name}>{email}</div>
        <div className={classes.detail}>
          Invited as {ROLE_NAMES[role].toLowerCase()}, until {longWhen(expiresAt, office.timeZone)}
        </div>
      </div>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => revoke({ invitationId: id })}>
        Take back
      </Button>
    </li>
  )
}
