import { Modal, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { FormButtons } from '../../../../ui/form-buttons.tsx'
import type { PipelineStage } from '../../../deals/use-pipelines.ts'

type Fields = Pick<PipelineStage, 'name' | 'kind' | 'probability' | 'rottingDays'>
type Face = { stage: PipelineStage | null; onClose: () => void; onSave: (fields: Fields) => void }

const KINDS: { value: Fields['kind']; label: string }[] = [
  { value: 'open', label: 'Open: work goes on' },
  { value: 'won', label: 'Won: it ends well' },
  { value: 'lost', label: 'Lost: it ends' },
]
const HALF = 50

/** A stage: what it is called, what it means, how likely it is won and how long a deal may stand in it. */
export function StageDialog({ stage, onClose, onSave }: Face) {
  const form = useForm({
    initialValues: {
      name: stage?.name ?? '',
      kind: stage?.kind ?? ('open' as const),
      probability: stage?.probability ?? HALF,
      rottingDays: stage?.rottingDays ?? ('' as const),
    } satisfies { name: string; kind: Fields['kind']; probability: number | string; rottingDays: number | string },
    validate: { name: (name) => (name.trim() ? null : 'Please give it a name.') },
  })
  const submit = form.onSubmit(({ name, kind, probability, rottingDays }) => {
    onSave({ name, kind, probability: Number(probability), rottingDays: rottingDays ? Number(rottingDays) : null })
    onClose()
  })
  const isOpen = form.values.kind === 'open'
  return (
    <Modal opened onClose={onClose} title={stage ? `Change ${stage.name}` : 'New stage'} size="sm">
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput data-autofocus label="Name" maxLength={60} {...form.getInputProps('name')} />
          <NativeSelect label="Kind" data={KINDS} {...form.getInputProps('kind')} />
          {isOpen && (
            <NumberInput
              label="How likely it is won, in per cent"
              description="The forecast counts each amount by this."
              min={0}
              max={100}
              allowDecimal={false}
              {...form.getInputProps('probability')}
            />
          )}
          {isOpen && (
            <NumberInput
              label="Too long after so many days"
              description="Leave it empty where a deal may wait."
              min={1}
              max={3650}
              allowDecimal={false}
              {...form.getInputProps('rottingDays')}
            />
          )}
          <FormButtons submit="Save" pending={false} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
