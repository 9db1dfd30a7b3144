import { Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { FormButtons } from '../../../../ui/form-buttons.tsx'

type Face = { name: string; onClose: () => void; onSave: (name: string) => void }

/** Gives something another name. */
export function NameDialog({ name, onClose, onSave }: Face) {
  const [typed, setTyped] = useState(name)
  return (
    <Modal opened onClose={onClose} title={`Rename ${name}`} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim() && typed.trim() !== name) onSave(typed.trim())
          onClose()
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            label="Name"
            maxLength={60}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <FormButtons submit="Save" pending={false} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
