import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { tell, tellProblem } from '../../../ui/toast.ts'
import { wrongEmail } from '../../session/rules.ts'
import { ROLE_CHOICES, roleOf } from './role-choices.ts'
import classes from './settings.module.css'

/** Asks somebody to work here. */
export function InviteForm() {
  const queryClient = useQueryClient()
  const form = useForm({ initialValues: { email: '', role: 'staff' }, validate: { email: wrongEmail } })
  const invite = useMutation(
    trpc.office.invite.mutationOptions({
      onSuccess: (_invited, { email }) => {
        form.reset()
        tell(`An invitation is on its way to ${email}.`)
        return queryClient.invalidateQueries(trpc.office.members.pathFilter())
      },
      onError: (error) => tellProblem(sentenceOf(error)),
    }),
  )
  return (
    <form
      className={classes.inline}
      noValidate
      onSubmit={form.onSubmit(({ email, role }) => invite.mutate({ email, role: roleOf(role) }))}
    >
      <TextInput
        label="Invite by mail"
        type="email"
        placeholder="name@example.com"
        w={240}
        {...form.getInputProps('email')}
      />
      <NativeSelect label="Role" data={ROLE_CHOICES} {...form.getInputProps('role')} />
      <Button type="submit" loading={invite.isPending}>
        Invite
      </Button>
    </form>
  )
}
