import { IconChecks } from '@tabler/icons-react'
import { Empty } from '../../ui/empty.tsx'

/** The review screen when nothing waits. */
export function AllReviewed() {
  return (
    <Empty icon={<IconChecks size={20} />} title="Everything is reviewed">
      What the assistant is not sure of waits here for your word. What it did by itself stands under the bell, where you
      can take it back.
    </Empty>
  )
}
