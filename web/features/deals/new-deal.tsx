import { Modal, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { FormButtons } from '../../ui/form-buttons.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useOffice } from '../office/use-office.ts'

type Face = { opened: boolean; onClose: () => void; pipelineId: string | null }

/** A new deal in the first stage of the pipeline that is looked at. */
export function NewDeal({ opened, onClose, pipelineId }: Face) {
  return (
    <Modal opened={opened} onClose={onClose} closeOnClickOutside={false} title="New deal">
      <NewDealForm onDone={onClose} pipelineId={pipelineId} />
    </Modal>
  )
}

function NewDealForm({ onDone, pipelineId }: { onDone: () => void; pipelineId: string | null }) {
  const queryClient = useQueryClient()
  const { office } = useOffice()
  const form = useForm({
    initialValues: { title: '', amount: '', expectedOn: '' },
    validate: { title: (title) => (title.trim() ? null : 'Give the deal a title.') },
  })
  const create = useMutation(
    trpc.deals.create.mutationOptions({
      onSuccess: () => {
        onDone()
        return queryClient.invalidateQueries(trpc.deals.pathFilter())
      },
    }),
  )
  const submit = form.onSubmit(({ title, amount, expectedOn }) =>
    create.mutate({
      title,
      amount: amount.trim() || null,
      expectedOn: expectedOn || null,
      contactId: null,
      pipelineId,
    }),
  )
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {create.error && <FormProblem sentence={sentenceOf(create.error)} />}
        <TextInput
          label="Title"
          placeholder="Colour and cut, spring package"
          data-autofocus
          {...form.getInputProps('title')}
        />
        <TextInput
          label={`Amount in ${office.currency}`}
          description="Leave it empty while you do not know."
          inputMode="decimal"
          placeholder="120.00"
          {...form.getInputProps('amount')}
        />
        <TextInput
          type="date"
          label="Expected on"
          description="When it is likely to be agreed: the forecast counts it in that month."
          {...form.getInputProps('expectedOn')}
        />
        <FormButtons submit="Add deal" pending={create.isPending} onCancel={onDone} />
      </Stack>
    </form>
  )
}
