import { useMutation, useQueryClient } from '@tanstack/react-query'
import { server, trpc } from '../../api.ts'
import { useUndo } from '../acts/use-undo.ts'

type Change = { column: string; seen: string | number | boolean | null; typed: string }
export type Save = (change: Change, over: boolean) => Promise<unknown>

/** Keeps values of a contact, a company or a deal. `over` reads first what stands there now, so that it is replaced knowingly. */
type WithFields = 'contact' | 'company' | 'deal'

export function useChangeRecord(record: WithFields, id: string): Save {
  const queryClient = useQueryClient()
  const { tellStep } = useUndo()
  const options = {
    onSuccess: tellStep,
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries(trpc.contacts.pathFilter()),
        queryClient.invalidateQueries(trpc.companies.pathFilter()),
        queryClient.invalidateQueries(trpc.deals.byId.pathFilter()),
      ]),
  }
  const contact = useMutation(trpc.contacts.change.mutationOptions(options))
  const company = useMutation(trpc.companies.change.mutationOptions(options))
  const deal = useMutation(trpc.deals.changeValues.mutationOptions(options))
  return async (change, over) => {
    const seen = over ? await nowStanding(record, id, change.column) : change.seen
    const input = { id, changes: [{ ...change, seen }] }
    return { contact, company, deal }[record].mutateAsync(input)
  }
}

async function nowStanding(record: WithFields, id: string, column: string) {
  const row = await {
    contact: () => server.contacts.byId.query({ id }),
    company: () => server.companies.byId.query({ id }),
    deal: () => server.deals.byId.query({ id }),
  }[record]()
  if (column.startsWith('fields.')) return row.fields[column.slice('fields.'.length)] ?? null
  const value: unknown = Object.entries(row).find(([name]) => name === column)?.[1]
  return typeof value === 'string' ? value : null
}
