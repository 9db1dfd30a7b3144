import { Modal, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { FormButtons } from '../../ui/form-buttons.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useWords } from '../office/use-words.ts'
import { ContactsAlike } from './contacts-alike.tsx'

/** A new contact, written down by a member. */
export function NewContact({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const words = useWords()
  return (
    <Modal opened={opened} onClose={onClose} closeOnClickOutside={false} title={`New ${words.inOne}`}>
      <NewContactForm onDone={onClose} />
    </Modal>
  )
}

function NewContactForm({ onDone }: { onDone: () => void }) {
  const words = useWords()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const form = useForm({
    initialValues: { name: '', email: '', phone: '' },
    validate: { name: (name) => (name.trim() ? null : 'Please give a name.') },
  })
  const create = useMutation(
    trpc.contacts.create.mutationOptions({
      onSuccess: ({ id }) => {
        onDone()
        void queryClient.invalidateQueries(trpc.contacts.pathFilter())
        return navigate({ to: '/contacts/$contactId', params: { contactId: id } })
      },
    }),
  )
  const submit = form.onSubmit(({ name, email, phone }) =>
    create.mutate({ name, email: email.trim() || null, phone: phone.trim() || null }),
  )
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {create.error && <FormProblem sentence={sentenceOf(create.error)} />}
        <TextInput label="Name" data-autofocus {...form.getInputProps('name')} />
        <TextInput label="Email" type="email" {...form.getInputProps('email')} />
        <TextInput label="Phone" type="tel" {...form.getInputProps('phone')} />
        <ContactsAlike typed={form.values} onOpen={onDone} />
        <FormButtons submit={`Add ${words.inOne}`} pending={create.isPending} onCancel={onDone} />
      </Stack>
    </form>
  )
}
