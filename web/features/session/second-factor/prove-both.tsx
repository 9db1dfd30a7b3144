import { Button, Group, PasswordInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { wrongCode } from '../rules.ts'
import { CodeInput } from './code-input.tsx'
import classes from './second-factor.module.css'

type Face = {
  /** What the button says that does it. */
  words: string
  isPending: boolean
  problem: string | null
  onProof: (proof: { password: string; code: string }) => void
  onCancel: () => void
}

/** Password and code, asked for anew before a second factor changes. */
export function ProveBoth({ words, isPending, problem, onProof, onCancel }: Face) {
  const form = useForm({
    initialValues: { password: '', code: '' },
    validate: { password: (value) => (value ? null : 'Enter your password.'), code: wrongCode },
  })
  return (
    <form className={classes.form} noValidate onSubmit={form.onSubmit((proof) => onProof(proof))}>
      {problem && <FormProblem sentence={problem} />}
      <PasswordInput label="Your password" autoComplete="current-password" {...form.getInputProps('password')} />
      <CodeInput description="From your app, or a backup code." {...form.getInputProps('code')} />
      <Group>
        <Button type="submit" loading={isPending}>
          {words}
        </Button>
        <Button variant="subtle" color="gray" onClick={onCancel}>
          Leave it
        </Button>
      </Group>
    </form>
  )
}
