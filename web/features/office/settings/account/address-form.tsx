import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { changeAddress } from '../../../session/auth.ts'
import { LocalMails } from '../../../session/local-mails.tsx'
import { wrongEmail } from '../../../session/rules.ts'
import { AccountForm } from './account-form.tsx'

/** Another address to sign in with. It counts once the link that is sent there is opened. */
export function AddressForm({ onDone }: { onDone: () => void }) {
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: { email: wrongEmail, password: (value) => (value ? null : 'Enter your password.') },
  })
  const change = useMutation({ mutationFn: changeAddress })
  if (change.isSuccess)
    return (
      <div>
        <p>
          We have sent a link to {change.variables.email}. Once you open it, you sign in with that address; until then
          with the one you have.
        </p>
        <LocalMails email={change.variables.email} since={change.submittedAt} />
        <Button mt="sm" variant="default" onClick={onDone}>
          All right
        </Button>
      </div>
    )
  return (
    <AccountForm
      submit="Send the link"
      problem={change.error}
      pending={change.isPending}
      onSubmit={form.onSubmit((values) => change.mutate(values))}
      onCancel={onDone}
    >
      <TextInput
        label="New mail address"
        type="email"
        autoComplete="email"
        autoFocus
        {...form.getInputProps('email')}
      />
      <PasswordInput label="Your password" autoComplete="current-password" {...form.getInputProps('password')} />
    </AccountForm>
  )
}
