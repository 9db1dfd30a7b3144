import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../worker/trpc/router.ts'
import { server, trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { addDays, dayOf } from '../../ui/dates.ts'
import { tellProblem, tellWithUndo } from '../../ui/toast.ts'
import { useChange } from '../office/use-change.ts'
import { useOffice } from '../office/use-office.ts'

export type Row = inferRouterOutputs<AppRouter>['unattended']['list'][number]
type Fix = { row: Row; days: number } | { row: Row; done: true }

const TITLE_LENGTH = 200

/** What takes a record off the list with one key: a follow-up some days ahead, or, for a conversation, that it is done. */
export function useFixes() {
  const queryClient = useQueryClient()
  const { office } = useOffice()
  const change = useChange()
  const list = trpc.unattended.list.queryOptions().queryKey
  const { mutate } = useMutation({
    mutationFn: (fix: Fix) => ('done' in fix ? finish(fix.row) : followUp(fix.row, dueOn(fix.days))),
    onMutate: async ({ row }) => {
      await queryClient.cancelQueries(trpc.unattended.pathFilter())
      const before = queryClient.getQueryData(list)
      queryClient.setQueryData(list, (rows) => rows?.filter(({ id }) => id !== row.id))
      return { before }
    },
    onError: (error, _fix, result) => {
      queryClient.setQueryData(list, result?.before)
      tellProblem(sentenceOf(error))
    },
    onSuccess: ({ said, undo }, { row }) => tellWithUndo(said, row.id, () => takeBack(undo)),
    onSettled: () => queryClient.invalidateQueries(),
  })
  const takeBack = (undo: () => Promise<unknown>) =>
    void undo()
      .catch((error: unknown) => tellProblem(sentenceOf(error)))
      .then(() => queryClient.invalidateQueries())
  const dueOn = (days: number) => addDays(dayOf(new Date(), office.timeZone), days)
  return {
    followUpIn: (row: Row, days: number) => change(() => mutate({ row, days }))(),
    finish: (row: Row) => row.kind !== 'deal' && change(() => mutate({ row, done: true }))(),
  }
}

async function followUp({ id, kind, title, contactId, contactName }: Row, dueOn: string) {
  const about = kind === 'deal' ? { dealId: id } : { conversationId: id }
  const name = `Follow up${contactName ? ` with ${contactName}` : ''}: ${title}`.slice(0, TITLE_LENGTH)
  const { actId } = await server.tasks.create.mutate({ title: name, dueOn, contactId, ...about })
  return { said: 'A follow-up is in the tasks.', undo: () => server.acts.undo.mutate({ id: actId }) }
}

async function finish({ id }: Row) {
  await server.inbox.setStatus.mutate({ id, status: 'done' })
  return { said: 'Conversation done.', undo: () => server.inbox.setStatus.mutate({ id, status: 'open' }) }
}
