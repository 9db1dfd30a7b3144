import { Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { FormButtons } from '../../ui/form-buttons.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { currencies } from '../office/regions.ts'
import { useOffice } from '../office/use-office.ts'
import { ContactField } from './deal/contact-field.tsx'
import { usePipelines } from './use-pipelines.ts'

type Face = { opened: boolean; onClose: () => void; pipelineId: string | null }

/** A new deal, in the first stage of the pipeline that is looked at until another is chosen. */
export function NewDeal({ opened, onClose, pipelineId }: Face) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      closeOnClickOutside={false}
      title="New deal"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <NewDealForm onDone={onClose} pipelineId={pipelineId} />
    </Modal>
  )
}

function NewDealForm({ onDone, pipelineId }: { onDone: () => void; pipelineId: string | null }) {
  const queryClient = useQueryClient()
  const { office, user } = useOffice()
  const choices = useMemo(() => currencies(), [])
  const members = useQuery(trpc.office.members.queryOptions()).data?.members ?? []
  const form = useForm({
    initialValues: {
      ...{ title: '', amount: '', currency: office.currency, expectedOn: '' },
      ...{ ownerId: user.id, contactId: '', pipelineId: pipelineId ?? '', stageId: '' },
    },
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
  const submit = form.onSubmit(({ title, amount, currency, expectedOn, ownerId, contactId, ...place }) =>
    create.mutate({
      ...{ title, currency },
      contactId: contactId || null,
      amount: amount.trim().replace(',', '.') || null,
      expectedOn: expectedOn || null,
      ownerId: ownerId || null,
      pipelineId: place.pipelineId || null,
      stageId: place.stageId || null,
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
        <ContactField name={null} {...form.getInputProps('contactId')} />
        <Group grow align="start">
          <TextInput
            label="Amount"
            inputMode="decimal"
            placeholder="Empty while unknown"
            {...form.getInputProps('amount')}
          />
          <NativeSelect label="Currency" data={choices} {...form.getInputProps('currency')} />
        </Group>
        <TextInput
          type="date"
          label="Expected on"
          description="When it is likely to be agreed: the forecast counts it in that month."
          {...form.getInputProps('expectedOn')}
        />
        <PlaceFields {...form.values} onChange={(place) => form.setValues(place)} />
        <NativeSelect
          label="Owner"
          data={[
            { value: '', label: 'Nobody' },
            ...members.map(({ userId, name }) => ({ value: userId, label: name })),
          ]}
          {...form.getInputProps('ownerId')}
        />
        <FormButtons submit="Add deal" pending={create.isPending} onCancel={onDone} />
      </Stack>
    </form>
  )
}

type Place = { pipelineId: string; stageId: string }

/** Where a new deal begins: in which pipeline, where there are several, and in which of its open stages. */
function PlaceFields({ pipelineId, stageId, onChange }: Place & { onChange: (place: Place) => void }) {
  const pipelines = usePipelines().data?.pipelines ?? []
  const pipeline = pipelines.find(({ id }) => id === pipelineId) ?? pipelines[0]
  const stages = pipeline?.stages.filter(({ kind }) => kind === 'open') ?? []
  return (
    <Group grow align="start">
      {pipelines.length > 1 && (
        <NativeSelect
          label="Pipeline"
          data={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
          value={pipeline?.id ?? ''}
          onChange={(event) => onChange({ pipelineId: event.currentTarget.value, stageId: '' })}
        />
      )}
      <NativeSelect
        label="Stage"
        data={stages.map(({ id, name }) => ({ value: id, label: name }))}
        value={stageId || (stages[0]?.id ?? '')}
        onChange={(event) => onChange({ pipelineId: pipeline?.id ?? '', stageId: event.currentTarget.value })}
      />
    </Group>
  )
}
