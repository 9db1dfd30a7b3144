import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMessageSteps } from './use-message-steps.ts'

/** One more reminder: two hours before, until somebody says something else. */
export function AddReminder() {
  const { addReminder } = useMessageSteps()
  return (
    <Button
      size="xs"
      variant="default"
      mt="xs"
      mb="md"
      leftSection={<IconPlus size={14} />}
      loading={addReminder.isPending}
      onClick={() => addReminder.mutate({ amount: 2, unit: 'hour' })}
    >
      Add a reminder
    </Button>
  )
}
