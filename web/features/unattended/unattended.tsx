import { IconHandStop } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Pane, PaneColumn } from '../../ui/pane.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useTitle } from '../../ui/use-title.ts'
import classes from './unattended.module.css'
import { UnattendedRow } from './unattended-row.tsx'

/** Everything open for which nobody has planned a next step: one key settles each. */
export function Unattended() {
  useTitle('Nobody is on this')
  const { data: rows, error, refetch } = useQuery(trpc.unattended.list.queryOptions())
  const list = useRef<HTMLUListElement>(null)
  const step = (by: number) => () => {
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])]
    const at = links.findIndex((link) => link.closest('li')?.contains(document.activeElement))
    links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)]?.focus()
  }
  useShortcuts({ j: step(1), k: step(-1) })
  return (
    <Pane title="Nobody is on this" count={rows?.length ?? null}>
      <PaneColumn>
        {rows && rows.length > 0 && (
          <>
            <p className={classes.lead}>
              Open conversations, enquiries and deals without a coming task or appointment, and without a message that
              waits for an answer.
            </p>
            <ul ref={list} className={classes.list} aria-label="Without a next step">
              {rows.map((row) => (
                <UnattendedRow key={row.id} row={row} />
              ))}
            </ul>
          </>
        )}
        {rows?.length === 0 && (
          <Empty icon={<IconHandStop size={20} />} title="Somebody is on everything">
            Whatever is open has a next step: a task, an appointment, or a message that waits for your answer.
          </Empty>
        )}
        {!rows && !error && <LoadingRows />}
        {!rows && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      </PaneColumn>
    </Pane>
  )
}
