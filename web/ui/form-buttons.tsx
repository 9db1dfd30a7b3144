import { Button, Group } from '@mantine/core'

type Face = { submit: string; pending: boolean; onCancel: () => void }

/** The end of a form in a dialog. */
export function FormButtons({ submit, pending, onCancel }: Face) {
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onCancel}>
        Cancel
      </Button>
      <Button type="submit" loading={pending}>
        {submit}
      </Button>
    </Group>
  )
}
