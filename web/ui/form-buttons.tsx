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

/** The end of a small form that stands within a page. */
export function SmallFormButtons({ submit, pending, disabled = false, onCancel }: Face & { disabled?: boolean }) {
  return (
    <Group gap="xs">
      <Button size="compact-sm" type="submit" disabled={disabled} loading={pending}>
        {submit}
      </Button>
      <Button size="compact-sm" variant="default" onClick={onCancel}>
        Cancel
      </Button>
    </Group>
  )
}
