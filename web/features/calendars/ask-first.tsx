import { Button, Group, Modal } from '@mantine/core'

type Face = { title: string; text: string; act: string; onAct: () => void; onClose: () => void }

/** Asks before something that no button brings back. */
export function AskFirst({ title, text, act, onAct, onClose }: Face) {
  return (
    <Modal opened onClose={onClose} title={title}>
      <p>{text}</p>
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={onClose}>
          Keep
        </Button>
        <Button
          color="red"
          onClick={() => {
            onAct()
            onClose()
          }}
        >
          {act}
        </Button>
      </Group>
    </Modal>
  )
}
