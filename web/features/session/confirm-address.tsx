import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { sentenceOf } from '../../problem.ts'
import { FormProblem } from '../../ui/form-problem.tsx'
import { ButtonLink } from '../../ui/links.tsx'
import { confirmAddress } from './auth.ts'
import { FrontPage } from './front-page.tsx'
import { startAfresh } from './start-afresh.ts'

/** Where the link of a mail leads. The button does it and not the visit: programs that look for bad mail visit links too. */
export function ConfirmAddress() {
  const { token } = useSearch({ from: '/confirm-address' })
  const confirm = useMutation({ mutationFn: confirmAddress })
  if (confirm.isSuccess)
    return (
      <FrontPage title="Thank you" lead={`${confirm.data} is confirmed. You sign in with it.`}>
        <Button size="md" onClick={() => startAfresh('/inbox')}>
          Go on
        </Button>
      </FrontPage>
    )
  return (
    <FrontPage title="Is this your address?" lead="You opened a link that we sent. Confirm that the mail reached you.">
      {confirm.error && <FormProblem sentence={sentenceOf(confirm.error)} />}
      {confirm.error ? (
        <ButtonLink mt="md" variant="default" to="/settings" hash="account">
          Ask for a new link in the settings
        </ButtonLink>
      ) : (
        <Button size="md" loading={confirm.isPending} onClick={() => confirm.mutate({ token })}>
          Confirm my address
        </Button>
      )}
    </FrontPage>
  )
}
