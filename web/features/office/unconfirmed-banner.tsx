import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { sentenceOf } from '../../problem.ts'
import { tell, tellProblem } from '../../ui/toast.ts'
import { sendProof } from '../session/auth.ts'
import classes from './unconfirmed-banner.module.css'
import { useOffice } from './use-office.ts'

/** Reminds of the mail that proves the address. Nothing waits for it, so that it is quiet. */
export function UnconfirmedBanner() {
  const { user } = useOffice()
  const again = useMutation({
    mutationFn: sendProof,
    onSuccess: () => tell(`A link is on its way to ${user.email}.`),
    onError: (error) => tellProblem(sentenceOf(error)),
  })
  if (user.emailVerified) return null
  return (
    <div className={classes.banner} role="status">
      <IconMail size={16} aria-hidden />
      <span className={classes.words}>Please confirm {user.email} by the link that we have sent there.</span>
      <Button size="compact-xs" variant="subtle" loading={again.isPending} onClick={() => again.mutate()}>
        Send again
      </Button>
    </div>
  )
}
