import { IconMapOff } from '@tabler/icons-react'
import { Empty } from '../../ui/empty.tsx'
import { AnchorLink } from '../../ui/links.tsx'

/** An address that leads nowhere. */
export function Nowhere() {
  return (
    <Empty
      icon={<IconMapOff size={20} />}
      title="There is nothing at this address"
      action={<AnchorLink to="/inbox">Go to the inbox</AnchorLink>}
    >
      It may have been removed, or the link is incomplete.
    </Empty>
  )
}
