import { ActionIcon, Indicator, Popover, Tooltip } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { RecentAction } from './recent-action.tsx'
import classes from './recent-actions.module.css'
import { useSeenUntil } from './use-seen-until.ts'

const TITLE_ID = 'done-by-the-assistant'

/** What the assistant did by itself of late, each with why and with the button that takes it back. */
export function RecentActions() {
  const { data } = useQuery(trpc.assistant.recent.queryOptions())
  const [opened, setOpened] = useState(false)
  const newest = data?.[0]?.decidedAt ?? ''
  const [seenUntil, see] = useSeenUntil()
  const change = (open: boolean) => {
    setOpened(open)
    if (open && newest) see(newest)
  }
  return (
    <Popover opened={opened} onChange={change} position="bottom-end" width={380} trapFocus>
      <Popover.Target>
        <Tooltip label="Done by the assistant" disabled={opened}>
          <Indicator size={7} offset={10} disabled={newest <= seenUntil}>
            <ActionIcon size={36} aria-label="Done by the assistant" onClick={() => change(!opened)}>
              <IconSparkles size={19} stroke={1.7} />
            </ActionIcon>
          </Indicator>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-labelledby={TITLE_ID}>
        <h2 id={TITLE_ID} className={classes.title}>
          Done by the assistant
        </h2>
        <div className={classes.list}>
          {data?.map((suggestion) => (
            <RecentAction key={suggestion.id} suggestion={suggestion} onLeave={() => setOpened(false)} />
          ))}
          {data?.length === 0 && (
            <div className={classes.none}>
              Nothing yet. What the assistant is sure of it does by itself; you will find it here and can take it back.
            </div>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
