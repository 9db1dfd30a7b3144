import { Stack } from '@mantine/core'
import { IconCheck, IconMailbox, IconShieldCheck } from '@tabler/icons-react'
import { Empty } from '../../ui/empty.tsx'
import { AnchorLink } from '../../ui/links.tsx'
import { useOffice } from '../office/use-office.ts'
import { TestMailButton } from './test-mail-button.tsx'
import type { Status } from './types.ts'

/** The list when it is empty, which means something else in each state. */
export function NoMail({ status }: { status: Status }) {
  const { mayChange } = useOffice()
  if (status === 'done')
    return (
      <Empty icon={<IconCheck size={20} />} title="Nothing is done yet">
        Conversations that you finish with <kbd>e</kbd> stand here.
      </Empty>
    )
  if (status === 'spam')
    return (
      <Empty icon={<IconShieldCheck size={20} />} title="No spam">
        What is marked as spam stands here. Nothing is ever deleted.
      </Empty>
    )
  return (
    <Empty
      icon={<IconMailbox size={20} />}
      title="Nobody is waiting"
      action={
        <Stack align="center" gap="sm">
          {mayChange && <TestMailButton />}
          {mayChange && (
            <AnchorLink to="/settings" hash="mail">
              Where does mail arrive?
            </AnchorLink>
          )}
        </Stack>
      }
    >
      New messages appear here by themselves, a moment after they arrive.
    </Empty>
  )
}
