import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../worker/trpc/router.ts'
import type { Command } from './commands.ts'

type Search = inferRouterOutputs<AppRouter>['search']
export type Caller = Search['callers'][number]

/** One line below the search field: something to do, somebody who calls, or something that was found. */
export type Found =
  | { kind: 'command'; id: string; title: string; detail: string; command: Command }
  | { kind: 'caller'; id: string; title: string; detail: string; caller: Caller }
  | { kind: keyof Search['find']; id: string; title: string; detail: string }

const KINDS = ['contacts', 'companies', 'conversations', 'deals', 'tasks'] as const

/** The lines in the order in which they are shown. A caller is not shown once more as a contact. */
export function listed(commands: Command[], callers: Caller[], hits: Search['find'] | undefined): Found[] {
  const calling = callers.map((caller): Found => {
    return { kind: 'caller', id: caller.id, title: caller.name, detail: caller.number, caller }
  })
  const found = KINDS.flatMap((kind) => (hits?.[kind] ?? []).map((hit): Found => ({ kind, ...hit })))
  const others = found.filter(({ kind, id }) => kind !== 'contacts' || !callers.some((caller) => caller.id === id))
  const doing = commands.map((command): Found => {
    return { kind: 'command', id: command.to + command.title, title: command.title, detail: command.keys, command }
  })
  return [...calling, ...others, ...doing]
}
