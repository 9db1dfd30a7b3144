import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { IconCheck, IconDots, IconInbox, IconMail, IconShieldX } from '@tabler/icons-react'
import type { Status } from './types.ts'

/** Takes a conversation out of the list, or back into it. */
export function FinishButton({ status, onFinish }: { status: Status; onFinish: () => void }) {
  const isOpen = status === 'open'
  const name = isOpen ? 'Done' : 'Open again'
  return (
    <Tooltip label={`${name} (e)`}>
      <Button
        size="xs"
        variant="default"
        leftSection={isOpen ? <IconCheck size={15} /> : <IconInbox size={15} />}
        onClick={onFinish}
      >
        {name}
      </Button>
    </Tooltip>
  )
}

/** What is done with a conversation less often. */
export function ThreadMenu({ status, onUnread, onSpam }: { status: Status; onUnread: () => void; onSpam: () => void }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label="More">
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconMail size={16} />} rightSection={<kbd>u</kbd>} onClick={onUnread}>
          Mark as unread
        </Menu.Item>
        {status !== 'spam' && (
          <Menu.Item leftSection={<IconShieldX size={16} />} onClick={onSpam}>
            Move to spam
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
