import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../worker/trpc/router.ts'
import type { Command } from './commands.ts'

type Search = inferRouterOutputs<AppRouter>['search']
export type Caller = Search['callers'][number]

/** One line below the search field: something to do, somebody who calls, or something that was found. */
export type Found =
  | { kind: 'command'; id: string; title: string; detail: string; command: Command }
  | { kind: 'caller'; id: string; title: string; detail: string; caller: Caller }
  | {
      kind: 'conversations'
      id: string
      title: string
      detail: string
      snippet: Search['find']['conversations'][number]['snippet']
    }
  | { kind: 'files'; id: string; title: string; detail: string; on: Search['find']['files'][number]['on'] }
  | { kind: Exclude<keyof Search['find'], 'conversations' | 'files'>; id: string; title: string; detail: string }

/** The lines in the order in which they are shown. A caller is not shown once more as a contact. */
export function listed(commands: Command[], callers: Caller[], hits: Search['find'] | undefined): Found[] {
  const calling = callers.map((caller): Found => {
    return { kind: 'caller', id: caller.id, title: caller.name, detail: caller.number, caller }
  })
  const plain = (kind: 'contacts' | 'companies' | 'deals' | 'tasks') =>
    (hits?.[kind] ?? []).map((hit): Found => ({ kind, ...hit }))
  const others: Found[] = [
    ...plain('contacts').filter(({ id }) => !callers.some((caller) => caller.id === id)),
    ...plain('companies'),
    ...(hits?.conversations ?? []).map((hit) => ({ kind: 'conversations' as const, ...hit })),
    ...plain('deals'),
    ...plain('tasks'),
    ...(hits?.files ?? []).map((hit) => ({ kind: 'files' as const, ...hit })),
  ]
  const doing = commands.map((command): Found => {
    return { kind: 'command', id: command.to + command.title, title: command.title, detail: command.keys, command }
  })
  return [...calling, ...others, ...doing]
}
