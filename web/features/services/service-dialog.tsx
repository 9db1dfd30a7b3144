import { Checkbox, Group, Modal, NativeSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { COLOURS } from '../../../worker/features/services/rules/service-words.ts'
import { FormButtons } from '../../ui/form-buttons.tsx'
import { useOffice } from '../office/use-office.ts'
import { DurationField } from './duration-field.tsx'
import { MoreFields } from './more-fields.tsx'
import { draftOf, FAULTS, inputOf, newDraft, type Service } from './service-draft.ts'
import { useServiceSteps } from './use-service-steps.ts'

type Member = { userId: string; name: string; role: string }
type Face = { service: Service | null; members: readonly Member[]; onClose: () => void }

/** A service: what most offices need is in sight, the rest can be unfolded. */
export function ServiceDialog({ service, members, onClose }: Face) {
  const { currency } = useOffice().office
  const { add, change } = useServiceSteps(onClose)
  const staff = members.filter(({ role }) => role !== 'viewer')
  const form = useForm({
    initialValues: service ? draftOf(service, currency) : newDraft(staff.map(({ userId }) => userId)),
    validate: {
      ...{ name: FAULTS.name, length: FAULTS.length, every: FAULTS.every },
      ...{ questions: FAULTS.questions, resources: FAULTS.resources },
      ...{ horizonDays: FAULTS.horizon, seats: FAULTS.seats },
      price: (price) => FAULTS.price(price, currency),
    },
  })
  const submit = form.onSubmit((draft) => {
    const input = inputOf(draft, currency)
    if (service) change.mutate({ ...input, id: service.id, version: service.version })
    else add.mutate(input)
  })
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      size="lg"
      title={service ? `Change ${service.name}` : 'New service'}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput data-autofocus label="Name" maxLength={80} {...form.getInputProps('name')} />
          <Textarea
            label="Description"
            description="Customers read it on the booking page."
            autosize
            minRows={2}
            maxLength={2000}
            {...form.getInputProps('description')}
          />
          <Group align="flex-start" gap="lg">
            <DurationField form={form} name="length" label="It takes" description="Without preparation." />
            <TextInput
              label={`Price in ${currency}`}
              description="Empty: no price is shown."
              inputMode="decimal"
              w={160}
              {...form.getInputProps('price')}
            />
            <NativeSelect
              label="Colour"
              description="In the calendar."
              data={[...COLOURS]}
              {...form.getInputProps('colour')}
            />
          </Group>
          <Checkbox.Group label="Who does it" {...form.getInputProps('staffIds')}>
            <Group mt={6} gap="md">
              {staff.map(({ userId, name }) => (
                <Checkbox key={userId} value={userId} label={name} />
              ))}
            </Group>
          </Checkbox.Group>
          {form.values.staffIds.length > 1 && (
            <Radio.Group label="For an appointment it takes" {...form.getInputProps('needs')}>
              <Group mt={6} gap="md">
                <Radio value="any" label="any one of them" />
                <Radio value="all" label="all of them together" />
              </Group>
            </Radio.Group>
          )}
          <Checkbox
            label="Customers can book it on the booking page"
            {...form.getInputProps('isPublic', { type: 'checkbox' })}
          />
          <Checkbox
            label="You confirm each booking; its time is kept free until then"
            {...form.getInputProps('needsApproval', { type: 'checkbox' })}
          />
          <MoreFields
            form={form}
            isOpen={Object.keys(form.errors).some((each) => !['name', 'length', 'price'].includes(each))}
          />
          <FormButtons submit="Save" pending={add.isPending || change.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
