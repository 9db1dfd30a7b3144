import { ActionIcon, Indicator, Popover } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { trpc } from '../../api.ts'

const NoticeList = lazy(async () => ({ default: (await import('./notice-list.tsx')).NoticeList }))
const MOST_SHOWN = 9

/** What this member should hear of, with how much of it is unread. */
export function NoticeBell() {
  const [opened, setOpened] = useState(false)
  const { data: unread = 0 } = useQuery(trpc.notices.unread.queryOptions())
  const label = unread > 0 ? `Notices, ${unread} unread` : 'Notices'
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={360} trapFocus>
      <Indicator size={16} offset={8} disabled={unread === 0} label={unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}>
        <Popover.Target>
          <ActionIcon size={36} aria-label={label} onClick={() => setOpened(!opened)}>
            <IconBell size={19} stroke={1.7} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0} aria-label="Notices">
        <Suspense>{opened && <NoticeList onLeave={() => setOpened(false)} />}</Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
