import { Button, PasswordInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { sentenceOf } from '../../problem.ts'
import { FormProblem } from '../../ui/form-problem.tsx'
import { AnchorLink } from '../../ui/links.tsx'
import { tell } from '../../ui/toast.ts'
import { resetPassword } from './auth.ts'
import classes from './front-page.module.css'
import { FrontPage } from './front-page.tsx'
import { wrongPassword } from './rules.ts'

export function ResetPassword() {
  const { token } = useSearch({ from: '/reset-password' })
  const navigate = useNavigate()
  const form = useForm({ initialValues: { password: '' }, validate: { password: wrongPassword } })
  const reset = useMutation({
    mutationFn: resetPassword,
    onSuccess: () => {
      tell('Your new password is set. Sign in with it.')
      return navigate({ to: '/sign-in' })
    },
  })
  return (
    <FrontPage
      title="Choose a new password"
      lead="All your other sessions are signed out when you do."
      foot={<AnchorLink to="/forgot-password">Ask for another link</AnchorLink>}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={form.onSubmit(({ password }) => reset.mutate({ token, password }))}
      >
        {reset.error && <FormProblem sentence={sentenceOf(reset.error)} />}
        <PasswordInput label="New password" autoComplete="new-password" autoFocus {...form.getInputProps('password')} />
        <Button type="submit" size="md" loading={reset.isPending}>
          Set password
        </Button>
      </form>
    </FrontPage>
  )
}
