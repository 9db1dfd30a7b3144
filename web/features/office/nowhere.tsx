import { Anchor } from '@mantine/core'
import { IconMapOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Empty } from '../../ui/empty.tsx'

/** An address that leads nowhere. */
export function Nowhere() {
  return (
    <Empty
      icon={<IconMapOff size={20} />}
      title="There is nothing at this address"
      action={
        <Anchor component={Link} to="/inbox">
          Go to the inbox
        </Anchor>
      }
    >
      It may have been removed, or the link is incomplete.
    </Empty>
  )
}
