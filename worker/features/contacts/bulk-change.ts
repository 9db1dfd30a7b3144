import type { z } from 'zod'
import { rowsNow } from '../../../db/queries/acts.ts'
import { tagNamed } from '../../../db/queries/tags.ts'
import { type Columns, isSame } from '../../kernel/columns.ts'
import { notFound } from '../../kernel/refusal.ts'
import { searchKey } from '../../kernel/text.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { doStep, NO_STEP, type Step } from '../acts/do-step.ts'
import { type RowChange, spread } from '../acts/rules/act-row.ts'
import { readerOf, written } from '../fields/change-record.ts'
import { goingAlong } from '../trash/discard.ts'
import type { BulkChange } from './input.ts'

type Needs = Pick<MemberCtx, 'db' | 'directory' | 'officeId' | 'office' | 'now' | 'newId' | 'desk' | 'member'>
type Change = z.infer<typeof BulkChange>['change']
type Planned = { done: string; rows: RowChange[] }

/**
 * One change of many contacts as one step, taken back as one. Somebody who is not there any more stops it before anything
 * is written; whoever has it already is left alone.
 */
export async function bulkChange(
  needs: Needs,
  { ids, change }: z.infer<typeof BulkChange>,
): Promise<Step | typeof NO_STEP> {
  const unique = [...new Set(ids)]
  const found = await rowsNow(
    needs.db,
    needs.officeId,
    'contacts',
    unique.map((id) => [id]),
  )
  const people = [...found.values()].filter(({ archivedAt }) => archivedAt === null)
  if (people.length < unique.length) throw notFound('contact')
  const { done, rows } = await planned(needs, people, change)
  if (rows.length === 0) return NO_STEP
  const title = `${done} ${people.length === 1 ? people[0]?.name : `${people.length} contacts`}`
  return doStep(needs, { title, record: 'contact', id: unique[0] ?? '', topic: 'contact', kind: kindOf(change) }, rows)
}

const kindOf = ({ kind }: Change) => (kind === 'discard' ? 'trash' : 'bulk')

function planned(needs: Needs, people: Columns[], change: Change): Promise<Planned> {
  if (change.kind === 'tag') return tagged(needs, people, change.name)
  if (change.kind === 'untag') return untagged(needs, people, change.tagId)
  return change.kind === 'value' ? valued(needs, people, change) : discarded(needs, people)
}

const TAG_COLOR = 'teal'

async function tagged(needs: Needs, people: Columns[], name: string): Promise<Planned> {
  const { db, officeId, newId, now } = needs
  const nameKey = searchKey(name)
  const known = await tagNamed(db, officeId, nameKey)
  const createdAt = now().getTime()
  const id = known?.id ?? newId()
  const tag: RowChange = { table: 'tags', before: null, after: { id, name, nameKey, color: TAG_COLOR, createdAt } }
  const has = await taggingsOf(needs, people, id)
  const rows = people
    .filter((person) => !has.has(String(person.id)))
    .map((person): RowChange => {
      const after = { tagId: id, record: 'contact', recordId: person.id ?? '', createdAt }
      return { table: 'taggings', before: null, after }
    })
  return { done: `Tagged “${known?.name ?? name}”:`, rows: known || rows.length === 0 ? rows : [tag, ...rows] }
}

async function untagged(needs: Needs, people: Columns[], tagId: string): Promise<Planned> {
  const tag = (await rowsNow(needs.db, needs.officeId, 'tags', [[tagId]])).get(tagId)
  if (!tag) throw notFound('tag')
  const has = await taggingsOf(needs, people, tagId)
  const rows = [...has.values()].map((before): RowChange => ({ table: 'taggings', before, after: null }))
  return { done: `Took “${tag.name}” off`, rows }
}

/** The taggings with a tag that these people have, by the person. */
async function taggingsOf({ db, officeId }: Needs, people: Columns[], tagId: string): Promise<Map<string, Columns>> {
  const keys = people.map(({ id }) => ['contact', String(id), tagId])
  const rows = await rowsNow(db, officeId, 'taggings', keys)
  return new Map([...rows.values()].map((row) => [String(row.recordId), row]))
}

async function valued(
  needs: Needs,
  people: Columns[],
  { column, typed }: Extract<Change, { kind: 'value' }>,
): Promise<Planned> {
  const { label, value } = (await readerOf(needs, 'contact'))(column, typed)
  const rows = people
    .filter((before) => !isSame(spread(before)[column] ?? null, value))
    .map((before): RowChange => ({ table: 'contacts', before, after: written(before, { [column]: value }) }))
  return { done: `Changed ${label} of`, rows }
}

async function discarded(needs: Needs, people: Columns[]): Promise<Planned> {
  const archivedAt = needs.now().getTime()
  const along = new Map<string, RowChange>()
  for (const { id } of people)
    for (const change of await goingAlong(needs, 'contact', String(id), archivedAt))
      along.set(`${change.table} ${change.before?.id}`, change)
  const rows = people.map((before): RowChange => ({ table: 'contacts', before, after: { ...before, archivedAt } }))
  return { done: 'Deleted', rows: [...along.values(), ...rows] }
}
