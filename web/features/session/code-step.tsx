import { Anchor, Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { sentenceOf } from '../../problem.ts'
import { FormProblem } from '../../ui/form-problem.tsx'
import { signInByCode } from './auth.ts'
import classes from './front-page.module.css'
import { FrontPage } from './front-page.tsx'
import { wrongCode } from './rules.ts'
import { CodeInput } from './second-factor/code-input.tsx'

/** What follows the right password of somebody who has a second factor. */
export function CodeStep({ onSignedIn, onBack }: { onSignedIn: () => void; onBack: () => void }) {
  const form = useForm({ initialValues: { code: '' }, validate: { code: wrongCode } })
  const enter = useMutation({ mutationFn: signInByCode, onSuccess: onSignedIn })
  return (
    <FrontPage
      title="Your code"
      lead="Open your authenticator app and enter the code that it shows for Foyer."
      foot={
        <Anchor component="button" type="button" onClick={onBack}>
          Back to the password
        </Anchor>
      }
    >
      <form className={classes.form} noValidate onSubmit={form.onSubmit((values) => enter.mutate(values))}>
        {enter.error && <FormProblem sentence={sentenceOf(enter.error)} />}
        <CodeInput
          autoFocus
          description="You do not have the app with you? One of your backup codes does as well."
          {...form.getInputProps('code')}
        />
        <Button type="submit" size="md" loading={enter.isPending}>
          Sign in
        </Button>
      </form>
    </FrontPage>
  )
}
