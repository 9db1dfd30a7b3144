import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { sentenceOf } from '../../problem.ts'
import { FormProblem } from '../../ui/form-problem.tsx'
import { AnchorLink } from '../../ui/links.tsx'
import { signUp } from './auth.ts'
import { CodeStep } from './code-step.tsx'
import classes from './front-page.module.css'
import { FrontPage } from './front-page.tsx'
import { LookIntoYourMail } from './look-into-your-mail.tsx'
import { safeBack, wrongEmail, wrongPassword } from './rules.ts'
import { startAfresh } from './start-afresh.ts'

export function SignUp() {
  const { back } = useSearch({ from: '/sign-up' })
  const goOn = () => startAfresh(safeBack(back))
  const enter = useMutation({ mutationFn: signUp, onSuccess: (entry) => entry === 'open' && goOn() })
  if (enter.data === 'code') return <CodeStep onSignedIn={goOn} onBack={enter.reset} />
  if (enter.data === 'mail')
    return (
      <LookIntoYourMail
        email={enter.variables.email}
        since={enter.submittedAt}
        why="This address may have an account already. We have sent it a mail that says how to go on."
      />
    )
  return (
    <FrontPage
      title="Create your account"
      lead="A minute from now your front desk is open."
      foot={
        <>
          You have an account?{' '}
          <AnchorLink to="/sign-in" search={{ back }}>
            Sign in
          </AnchorLink>
        </>
      }
    >
      <SignUpForm problem={enter.error} pending={enter.isPending} onSubmit={(values) => enter.mutate(values)} />
    </FrontPage>
  )
}

type NewAccount = Parameters<typeof signUp>[0]
type FormFace = { problem: Error | null; pending: boolean; onSubmit: (account: NewAccount) => void }

function SignUpForm({ problem, pending, onSubmit }: FormFace) {
  const form = useForm<NewAccount>({
    initialValues: { name: '', email: '', password: '' },
    validate: {
      name: (value) => (value.trim() ? null : 'Enter your name, as your team knows you.'),
      email: wrongEmail,
      password: wrongPassword,
    },
  })
  return (
    <form className={classes.form} noValidate onSubmit={form.onSubmit(onSubmit)}>
      {problem && <FormProblem sentence={sentenceOf(problem)} />}
      <TextInput label="Your name" autoComplete="name" autoFocus {...form.getInputProps('name')} />
      <TextInput label="Email" type="email" autoComplete="username" {...form.getInputProps('email')} />
      <PasswordInput
        label="Password"
        autoComplete="new-password"
        description="At least 8 characters. A short sentence is easy to remember and hard to guess."
        {...form.getInputProps('password')}
      />
      <Button type="submit" size="md" loading={pending}>
        Create account
      </Button>
    </form>
  )
}
