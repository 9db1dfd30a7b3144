import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowMerge, IconDots, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../office/use-words.ts'
import { useDiscard } from '../trash/use-discard.ts'
import { MergeWith } from './merge/merge-with.tsx'
import type { Contact } from './types.ts'

/** What is done with a contact less often. */
export function ContactMenu({ contact }: { contact: Contact }) {
  const words = useWords()
  const navigate = useNavigate()
  const [merging, setMerging] = useState(false)
  const { discard } = useDiscard(() => void navigate({ to: '/contacts' }))
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={`More about this ${words.inOne}`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconArrowMerge size={16} />} onClick={() => setMerging(true)}>
            Merge with …
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={16} />}
            onClick={() => discard({ record: 'contact', id: contact.id })}
          >
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <MergeWith contact={contact} opened={merging} onClose={() => setMerging(false)} />
    </>
  )
}
