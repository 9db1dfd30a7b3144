import { ActionIcon, Button, Group, NativeSelect, NumberInput, Stack } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import settings from '../office/settings/settings.module.css'
import type { ServiceForm } from './service-form.ts'

/** How many of each kind of room or thing an appointment takes, each for its whole time. */
export function NeedsFields({ form }: { form: ServiceForm }) {
  const { data } = useQuery(trpc.resources.list.queryOptions())
  const { resources } = form.values
  const kinds = [...new Set([...(data ?? []).map(({ kind }) => kind), ...resources.map(({ kind }) => kind)])]
  const left = kinds.find((kind) => !resources.some((need) => need.kind === kind))
  if (kinds.length === 0)
    return (
      <p className={settings.detail}>There are no rooms or things yet. Add them below, under “Rooms and things”.</p>
    )
  return (
    <Stack gap="xs" mt="sm">
      {resources.map((need, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same kind may be chosen twice for a moment.
        <Group key={at} gap="xs" wrap="nowrap">
          <NumberInput
            aria-label={`How many of need ${at + 1}`}
            w={90}
            min={1}
            max={50}
            allowDecimal={false}
            {...form.getInputProps(`resources.${at}.quantity`)}
          />
          <NativeSelect
            aria-label={`Kind of need ${at + 1}`}
            data={kinds}
            {...form.getInputProps(`resources.${at}.kind`)}
          />
          <ActionIcon aria-label={`Take ${need.kind} out`} onClick={() => form.removeListItem('resources', at)}>
            <IconTrash size={15} />
          </ActionIcon>
        </Group>
      ))}
      {form.errors.resources && (
        <p role="alert" className={settings.detail}>
          {form.errors.resources}
        </p>
      )}
      {left !== undefined && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => form.insertListItem('resources', { kind: left, quantity: 1 })}
          style={{ alignSelf: 'flex-start' }}
        >
          It needs a room or thing
        </Button>
      )}
    </Stack>
  )
}
