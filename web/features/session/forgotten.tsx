import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { sentenceOf } from '../../problem.ts'
import { FormProblem } from '../../ui/form-problem.tsx'
import { AnchorLink } from '../../ui/links.tsx'
import { requestReset } from './auth.ts'
import classes from './front-page.module.css'
import { FrontPage } from './front-page.tsx'
import { LookIntoYourMail } from './look-into-your-mail.tsx'
import { wrongEmail } from './rules.ts'

export function Forgotten() {
  const form = useForm({ initialValues: { email: '' }, validate: { email: wrongEmail } })
  const request = useMutation({ mutationFn: requestReset })
  const { email } = form.getValues()
  if (request.isSuccess)
    return (
      <LookIntoYourMail
        email={email}
        since={request.submittedAt}
        why={`If ${email} has an account, a link to choose a new password is on its way. It works for ten minutes.`}
      />
    )
  return (
    <FrontPage
      title="Forgot your password?"
      lead="Enter your address and we will send you a link."
      foot={<AnchorLink to="/sign-in">Back to sign in</AnchorLink>}
    >
      <form className={classes.form} noValidate onSubmit={form.onSubmit((values) => request.mutate(values))}>
        {request.error && <FormProblem sentence={sentenceOf(request.error)} />}
        <TextInput label="Email" type="email" autoComplete="username" autoFocus {...form.getInputProps('email')} />
        <Button type="submit" size="md" loading={request.isPending}>
          Send the link
        </Button>
      </form>
    </FrontPage>
  )
}
