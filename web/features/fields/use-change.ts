import { useMutation, useQueryClient } from '@tanstack/react-query'
import { server, trpc } from '../../api.ts'
import { useUndo } from '../acts/use-undo.ts'

type Change = { column: string; seen: string | number | boolean | null; typed: string }
export type Save = (change: Change, over: boolean) => Promise<unknown>

/** Keeps values of a contact or company. `over` reads first what stands there now, so that it is replaced knowingly. */
export function useChangeRecord(record: 'contact' | 'company', id: string): Save {
  const queryClient = useQueryClient()
  const { tellStep } = useUndo()
  const options = {
    onSuccess: tellStep,
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries(trpc.contacts.pathFilter()),
        queryClient.invalidateQueries(trpc.companies.pathFilter()),
      ]),
  }
  const contact = useMutation(trpc.contacts.change.mutationOptions(options))
  const company = useMutation(trpc.companies.change.mutationOptions(options))
  return async (change, over) => {
    const seen = over ? await nowStanding(record, id, change.column) : change.seen
    const input = { id, changes: [{ ...change, seen }] }
    return record === 'contact' ? contact.mutateAsync(input) : company.mutateAsync(input)
  }
}

async function nowStanding(record: 'contact' | 'company', id: string, column: string) {
  const row =
    record === 'contact' ? await server.contacts.byId.query({ id }) : await server.companies.byId.query({ id })
  if (column.startsWith('fields.')) return row.fields[column.slice('fields.'.length)] ?? null
  const value: unknown = Object.entries(row).find(([name]) => name === column)?.[1]
  return typeof value === 'string' ? value : null
}
