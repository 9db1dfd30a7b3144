import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { server, trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tellProblem, tellWithUndo } from '../../ui/toast.ts'
import type { Conversation, ConversationRow, Status } from './types.ts'

type Pages = InfiniteData<{ rows: ConversationRow[]; unread: number }>
type Change = { status: Status; back: Status | null } | { unread: boolean }

const DONE_SENTENCES: Record<Status, string> = {
  open: 'Open again.',
  done: 'Conversation done.',
  spam: 'Moved to spam.',
}

/** What can be done with a conversation: at once on the screen, and put back when the server says no. */
export function useConversationActions({ id }: Pick<Conversation, 'id'>) {
  const queryClient = useQueryClient()
  const one = trpc.inbox.conversation.queryOptions({ id }).queryKey
  const all = trpc.inbox.conversations.pathFilter()
  const { mutate } = useMutation({
    mutationFn: (change: Change) =>
      'status' in change
        ? server.inbox.setStatus.mutate({ id, status: change.status })
        : server.inbox.markRead.mutate({ id, unread: change.unread }),
    onMutate: async (change) => {
      await queryClient.cancelQueries(all)
      const lists = queryClient.getQueriesData<Pages>(all)
      const before = queryClient.getQueryData(one)
      const fields = 'status' in change ? { status: change.status, unread: false } : { unread: change.unread }
      queryClient.setQueryData(one, before ? { ...before, ...fields } : before)
      queryClient.setQueriesData<Pages>(all, (pages) => changedPages(pages, id, fields))
      return { lists, before }
    },
    onError: (error, _change, result) => {
      for (const [key, pages] of result?.lists ?? []) queryClient.setQueryData(key, pages)
      queryClient.setQueryData(one, result?.before)
      tellProblem(sentenceOf(error))
    },
    onSuccess: (_answer, change) => {
      if (!('status' in change) || !change.back) return
      const { status, back } = change
      tellWithUndo(DONE_SENTENCES[status], id, () => mutate({ status: back, back: null }))
    },
    onSettled: () => queryClient.invalidateQueries(all),
  })
  const setStatus = useCallback((status: Status, back: Status) => mutate({ status, back }), [mutate])
  const markRead = useCallback((unread: boolean) => mutate({ unread }), [mutate])
  return { setStatus, markRead }
}

type Fields = { status?: Status; unread: boolean }

/** The list without a conversation that has left it, or with what changed in its row. */
function changedPages(pages: Pages | undefined, id: string, fields: Fields): Pages | undefined {
  return (
    pages && { ...pages, pages: pages.pages.map((page) => ({ ...page, rows: changedRows(page.rows, id, fields) })) }
  )
}

const changedRows = (rows: ConversationRow[], id: string, fields: Fields) =>
  rows
    .map((row) => (row.id === id ? { ...row, unread: fields.unread } : row))
    .filter((row) => row.id !== id || fields.status === undefined || fields.status === row.status)
