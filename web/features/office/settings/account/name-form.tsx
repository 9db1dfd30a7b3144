import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../../../api.ts'
import { useOffice } from '../../use-office.ts'
import { AccountForm } from './account-form.tsx'

/** What the person is called, in every office they work in. */
export function NameForm({ onDone }: { onDone: () => void }) {
  const { user } = useOffice()
  const queryClient = useQueryClient()
  const form = useForm({
    initialValues: { name: user.name },
    validate: { name: (value) => (value.trim() ? null : 'Enter your name, as your team knows you.') },
  })
  const rename = useMutation(
    trpc.signIn.rename.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          queryClient.invalidateQueries(trpc.signIn.whoAmI.pathFilter()),
          queryClient.invalidateQueries(trpc.office.members.pathFilter()),
        ])
        onDone()
      },
    }),
  )
  return (
    <AccountForm
      submit="Save"
      problem={rename.error}
      pending={rename.isPending}
      onSubmit={form.onSubmit((values) => rename.mutate(values))}
      onCancel={onDone}
    >
      <TextInput label="Your name" autoComplete="name" autoFocus {...form.getInputProps('name')} />
    </AccountForm>
  )
}
