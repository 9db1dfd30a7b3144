import { PasswordInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../../../api.ts'
import { tell } from '../../../../ui/toast.ts'
import { changePassword } from '../../../session/auth.ts'
import { wrongPassword } from '../../../session/rules.ts'
import { AccountForm } from './account-form.tsx'

/** Another password, which signs the person out everywhere else. */
export function PasswordForm({ onDone }: { onDone: () => void }) {
  const queryClient = useQueryClient()
  const form = useForm({
    initialValues: { password: '', newPassword: '' },
    validate: { password: (value) => (value ? null : 'Enter your password.'), newPassword: wrongPassword },
  })
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      tell('Your new password is set. You are signed out everywhere else.')
      onDone()
      return queryClient.invalidateQueries(trpc.signIn.sessions.pathFilter())
    },
  })
  return (
    <AccountForm
      submit="Set password"
      problem={change.error}
      pending={change.isPending}
      onSubmit={form.onSubmit((values) => change.mutate(values))}
      onCancel={onDone}
    >
      <PasswordInput
        label="Your password so far"
        autoComplete="current-password"
        autoFocus
        {...form.getInputProps('password')}
      />
      <PasswordInput label="New password" autoComplete="new-password" {...form.getInputProps('newPassword')} />
    </AccountForm>
  )
}
