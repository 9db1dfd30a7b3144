import { SegmentedControl } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { Status } from './types.ts'

const STATUSES: readonly { value: Status; label: string }[] = [
  { value: 'open', label: 'Open' },
  { value: 'done', label: 'Done' },
  { value: 'spam', label: 'Spam' },
]

/** Which conversations are listed. The address holds it, so that a link or a reload keeps it. */
export function StatusTabs({ status }: { status: Status }) {
  const navigate = useNavigate()
  const choose = (value: string) => {
    const chosen = STATUSES.find((candidate) => candidate.value === value)
    if (chosen) void navigate({ to: '/inbox', search: { status: chosen.value } })
  }
  return <SegmentedControl size="xs" aria-label="State" data={[...STATUSES]} value={status} onChange={choose} />
}
