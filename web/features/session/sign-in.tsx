import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { sentenceOf } from '../../problem.ts'
import { FormProblem } from '../../ui/form-problem.tsx'
import { AnchorLink } from '../../ui/links.tsx'
import { type Entry, signIn } from './auth.ts'
import { CodeStep } from './code-step.tsx'
import classes from './front-page.module.css'
import { FrontPage } from './front-page.tsx'
import { safeBack, wrongEmail } from './rules.ts'
import { startAfresh } from './start-afresh.ts'

export function SignIn() {
  const { back } = useSearch({ from: '/sign-in' })
  const [needsCode, setNeedsCode] = useState(false)
  const goOn = () => startAfresh(safeBack(back))
  if (needsCode) return <CodeStep onSignedIn={goOn} onBack={() => setNeedsCode(false)} />
  return (
    <FrontPage
      title="Welcome back"
      lead="Sign in to your office."
      foot={
        <>
          New here?{' '}
          <AnchorLink to="/sign-up" search={{ back }}>
            Create an account
          </AnchorLink>
        </>
      }
    >
      <SignInForm onEntered={(entry) => (entry === 'code' ? setNeedsCode(true) : goOn())} />
    </FrontPage>
  )
}

function SignInForm({ onEntered }: { onEntered: (entry: Entry) => void }) {
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: { email: wrongEmail, password: (value) => (value ? null : 'Enter your password.') },
  })
  const enter = useMutation({ mutationFn: signIn, onSuccess: onEntered })
  return (
    <form className={classes.form} noValidate onSubmit={form.onSubmit((values) => enter.mutate(values))}>
      {enter.error && <FormProblem sentence={sentenceOf(enter.error)} />}
      <TextInput label="Email" type="email" autoComplete="username" autoFocus {...form.getInputProps('email')} />
      <PasswordInput
        label="Password"
        autoComplete="current-password"
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        description={
          <AnchorLink to="/forgot-password" fz="xs">
            Forgot your password?
          </AnchorLink>
        }
        {...form.getInputProps('password')}
      />
      <Button type="submit" size="md" loading={enter.isPending}>
        Sign in
      </Button>
    </form>
  )
}
