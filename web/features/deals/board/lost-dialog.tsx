import { Button, Modal, Stack } from '@mantine/core'

type Face = {
  reasons: readonly { id: string; label: string }[]
  opened: boolean
  onClose: () => void
  onChoose: (reasonId: string | null) => void
}

/** Asks why a deal was lost: one click, or none of these. */
export function LostDialog({ reasons, opened, onClose, onChoose }: Face) {
  return (
    <Modal opened={opened} onClose={onClose} title="Why was it lost?" size="xs">
      <Stack gap="xs">
        {reasons.map(({ id, label }) => (
          <Button key={id} variant="default" justify="flex-start" onClick={() => onChoose(id)}>
            {label}
          </Button>
        ))}
        <Button variant="subtle" onClick={() => onChoose(null)}>
          Another reason
        </Button>
      </Stack>
    </Modal>
  )
}
