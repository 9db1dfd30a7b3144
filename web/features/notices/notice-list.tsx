import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../worker/trpc/router.ts'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { shortWhen } from '../../ui/dates.ts'
import { tellProblem } from '../../ui/toast.ts'
import { useNow } from '../../ui/use-now.ts'
import { useOffice } from '../office/use-office.ts'
import classes from './notices.module.css'

type Notice = inferRouterOutputs<AppRouter>['notices']['list'][number]

const WORDS: Record<Notice['kind'], string> = {
  mention: 'You are named in a note',
  assigned: 'A task is yours',
  task_due: 'Reminder',
  import_done: 'An import is done',
  calendar_unread: 'A calendar cannot be read',
  outside_overlap: 'Busy elsewhere at the same time',
}

/** What a member was told of late, newest first; whoever opens one has read it. */
export function NoticeList({ onLeave }: { onLeave: () => void }) {
  const queryClient = useQueryClient()
  const { data } = useQuery(trpc.notices.list.queryOptions())
  const told = {
    onError: (error: Parameters<typeof sentenceOf>[0]) => tellProblem(sentenceOf(error)),
    onSettled: () => queryClient.invalidateQueries(trpc.notices.pathFilter()),
  }
  const read = useMutation(trpc.notices.markRead.mutationOptions(told))
  const readAll = useMutation(trpc.notices.markAllRead.mutationOptions(told))
  const newest = data?.[0]?.createdAt
  const open = ({ id, readAt }: Notice) => {
    if (!readAt) read.mutate({ id })
    onLeave()
  }
  return (
    <>
      <header className={classes.head}>
        <h2>Notices</h2>
        {newest && data?.some(({ readAt }) => !readAt) && (
          <Button size="compact-xs" variant="subtle" onClick={() => readAll.mutate({ until: newest })}>
            Mark all as read
          </Button>
        )}
      </header>
      <ul className={classes.list} aria-label="Notices">
        {data?.map((notice) => (
          <li key={notice.id} className={notice.readAt ? undefined : classes.unread}>
            <Entry notice={notice} onOpen={() => open(notice)} />
          </li>
        ))}
      </ul>
      {data?.length === 0 && (
        <div className={classes.none}>
          Nothing yet. Reminders, tasks that are given to you, and notes that name you.
        </div>
      )}
    </>
  )
}

function Entry({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const { office } = useOffice()
  const now = useNow()
  const { kind, title, createdAt } = notice
  return (
    <Link {...targetOf(notice)} className={classes.entry} onClick={onOpen}>
      <span className={classes.kind}>
        {WORDS[kind]} · {shortWhen(createdAt, now, office.timeZone)}
      </span>
      <span className={classes.title}>{title}</span>
    </Link>
  )
}

function targetOf({ record, recordId }: Notice) {
  if (record === 'task') return { to: '/tasks' as const, search: { task: recordId } }
  if (record === 'contact') return { to: '/contacts/$contactId' as const, params: { contactId: recordId } }
  if (record === 'conversation') return { to: '/inbox/$conversationId' as const, params: { conversationId: recordId } }
  if (record === 'calendar') return { to: '/settings' as const, hash: 'calendars' }
  return record === 'deal' ? { to: '/deals' as const } : { to: '/contacts' as const }
}
