import type { Columns } from '../../../kernel/columns.ts'
import type { ActTable } from '../../acts/rules/act-row.ts'
import { takeBack } from '../../acts/rules/take-back.ts'

/** How many things of each kind go with a preset. */
export type Gone = {
  fields: number
  stages: number
  reasons: number
  templates: number
  people: number
  deals: number
  tasks: number
}
/** Something that stays when a preset goes, and why. */
export type Stay = { what: string; name: string; why: string }

type Row = { tableName: ActTable; key: string[]; before: Columns | null; after: Columns | null }
type Decided = {
  row: Row
  taken: { do: string }
  now: Columns | null
  heldBy: readonly { table: string; column: string }[]
}

const COUNTED: Partial<Record<ActTable, keyof Gone>> = {
  customFields: 'fields',
  stages: 'stages',
  lostReasons: 'reasons',
  taskTemplates: 'templates',
  contacts: 'people',
  deals: 'deals',
  tasks: 'tasks',
}

export function countGone(tables: readonly ActTable[]): Gone {
  const gone: Gone = { fields: 0, stages: 0, reasons: 0, templates: 0, people: 0, deals: 0, tasks: 0 }
  for (const table of tables) {
    const kind = COUNTED[table]
    if (kind) gone[kind] += 1
  }
  return gone
}

const WHATS: Partial<Record<ActTable, string>> = {
  officeWords: 'Word',
  customFields: 'Field',
  pipelines: 'Pipeline',
  stages: 'Stage',
  lostReasons: 'Lost reason',
  taskTemplates: 'Task template',
  contacts: 'Person',
  deals: 'Deal',
  tasks: 'Task',
}

/** What stays and why, or null where it goes, or is only a part of something that stays. `last` are pipelines without which there would be none. */
export function stayOf({ row, taken, now, heldBy }: Decided, last: readonly string[]): Stay | null {
  const what = WHATS[row.tableName]
  if (taken.do !== 'keep' || !now || !what || row.before !== null) return null
  const name = String(now.name ?? now.label ?? now.title ?? now.many)
  const isChanged = takeBack(row, now, false).do === 'keep'
  const why = isChanged ? 'somebody changed it' : heldIn(row, heldBy, last)
  return why === null ? null : { what, name, why }
}

function heldIn({ tableName, key }: Row, heldBy: Decided['heldBy'], last: readonly string[]): string | null {
  const of = (...tables: string[]) => heldBy.filter(({ table }) => tables.includes(table)).length
  if (tableName === 'pipelines' && last.includes(key[0] ?? ''))
    return 'an office needs a pipeline, and this is its only one'
  if (heldBy.length === 0) return null
  const deals = of('deals') === 1 ? 'a deal' : `${of('deals')} deals`
  if (tableName === 'pipelines') return 'its stages are in use'
  if (tableName === 'stages')
    return of('deals') > 0 ? `${deals} stand${of('deals') === 1 ? 's' : ''} in it` : 'deals have been in it'
  if (tableName === 'lostReasons') return `${deals} ${of('deals') === 1 ? 'was' : 'were'} lost for it`
  if (tableName === 'customFields') return filledIn(of('contacts', 'companies', 'deals'))
  return `${thingsOf(heldBy)} belongs to it`
}

const filledIn = (records: number) =>
  records === 0 ? 'a saved view shows it' : `it is filled in ${records === 1 ? 'once' : `${records} times`}`

const THINGS: Record<string, string> = {
  conversations: 'a conversation',
  messages: 'a message',
  deals: 'a deal',
  tasks: 'a task',
  taskLinks: 'a task',
  appointments: 'an appointment',
  noteLinks: 'a note',
  taggings: 'a tag',
  files: 'a file',
  relations: 'a relation',
}
const thingsOf = (heldBy: Decided['heldBy']) =>
  heldBy.map(({ table }) => THINGS[table]).find((thing) => thing !== undefined) ?? 'something of yours'
