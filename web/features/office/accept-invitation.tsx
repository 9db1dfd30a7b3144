import { Button, Group } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { FormProblem } from '../../ui/form-problem.tsx'
import { AnchorLink, ButtonLink } from '../../ui/links.tsx'
import { signOut } from '../session/auth.ts'
import { FrontPage } from '../session/front-page.tsx'
import { startAfresh } from '../session/start-afresh.ts'
import { ROLE_NAMES } from './role-names.ts'
import { Waiting } from './waiting.tsx'

/** What an invitation says, and the button that accepts it once one is signed in. */
export function AcceptInvitation() {
  const { token } = useSearch({ from: '/invitation' })
  const invitation = useQuery(trpc.office.invitation.queryOptions({ token }, { retry: false }))
  const me = useQuery(trpc.signIn.whoAmI.queryOptions())
  const accept = useMutation(
    trpc.office.acceptInvitation.mutationOptions({
      onSuccess: () => startAfresh('/inbox'),
    }),
  )
  if (invitation.error)
    return (
      <FrontPage title="This invitation does not work" lead={sentenceOf(invitation.error)}>
        <AnchorLink to="/sign-in">Sign in</AnchorLink>
      </FrontPage>
    )
  if (!invitation.data || me.isPending) return <Waiting />
  const { officeName, email, role } = invitation.data
  const back = `/invitation?token=${encodeURIComponent(token)}`
  return (
    <FrontPage title={`Join ${officeName}`} lead={`${email} is invited as ${ROLE_NAMES[role].toLowerCase()}.`}>
      {accept.error && <FormProblem sentence={sentenceOf(accept.error)} />}
      {!me.data && <WaysIn back={back} />}
      {me.data?.user.email === email && (
        <Button size="md" mt="md" loading={accept.isPending} onClick={() => accept.mutate({ token })}>
          Accept as {email}
        </Button>
      )}
      {me.data && me.data.user.email !== email && <SomebodyElse email={me.data.user.email} back={back} />}
    </FrontPage>
  )
}

function WaysIn({ back }: { back: string }) {
  return (
    <Group>
      <ButtonLink to="/sign-up" search={{ back }}>
        Create an account
      </ButtonLink>
      <ButtonLink variant="default" to="/sign-in" search={{ back }}>
        Sign in
      </ButtonLink>
    </Group>
  )
}

/** Only whoever was invited can accept, so that the other one is not offered a button that refuses them. */
function SomebodyElse({ email, back }: { email: string; back: string }) {
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => startAfresh(back) })
  return (
    <>
      <p>You are signed in as {email}. To accept, sign out and come back with the address that was invited.</p>
      {leave.error && <FormProblem sentence={sentenceOf(leave.error)} />}
      <Button loading={leave.isPending} onClick={() => leave.mutate()}>
        Sign out
      </Button>
    </>
  )
}
