import { Button, Group, PasswordInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { sentenceOf } from '../../../problem.ts'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { begin, confirm } from './acts.ts'
import { BackupCodes } from './backup-codes.tsx'
import { KeyStep } from './key-step.tsx'
import classes from './second-factor.module.css'

type Face = { onDone: () => void; onCancel: () => void }

/** Three steps: the password, the key with the app's first code, and the backup codes. */
export function SwitchOn({ onDone, onCancel }: Face) {
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => (value ? null : 'Enter your password.') },
  })
  const beginning = useMutation({ mutationFn: begin })
  const confirming = useMutation({ mutationFn: confirm })
  if (confirming.data) return <BackupCodes codes={confirming.data} onDone={onDone} />
  if (beginning.data)
    return (
      <KeyStep
        secret={beginning.data.key}
        link={beginning.data.link}
        isPending={confirming.isPending}
        problem={confirming.error && sentenceOf(confirming.error)}
        onCode={(code) => confirming.mutate({ code })}
        onCancel={onCancel}
      />
    )
  return (
    <form className={classes.form} noValidate onSubmit={form.onSubmit((values) => beginning.mutate(values))}>
      {beginning.error && <FormProblem sentence={sentenceOf(beginning.error)} />}
      <PasswordInput
        label="Your password"
        description="So that nobody else does this in your place."
        autoComplete="current-password"
        {...form.getInputProps('password')}
      />
      <Group>
        <Button type="submit" loading={beginning.isPending}>
          Go on
        </Button>
        <Button variant="subtle" color="gray" onClick={onCancel}>
          Not now
        </Button>
      </Group>
    </form>
  )
}
