import type { z } from 'zod'
import { rowsNow } from '../../../db/queries/acts.ts'
import { tagNamed } from '../../../db/queries/tags.ts'
import type { Columns } from '../../kernel/columns.ts'
import { notFound } from '../../kernel/refusal.ts'
import { searchKey } from '../../kernel/text.ts'
import type { RowChange } from '../acts/rules/act-row.ts'
import { planDiscards, planValues } from '../views/bulk/plan-values.ts'
import type { BulkNeeds, BulkPlan } from '../views/bulk/planned.ts'
import type { ContactBulk } from './input.ts'

/** One change of many contacts; whoever has it already is left alone. */
export function planContacts(
  needs: BulkNeeds,
  people: Columns[],
  change: z.infer<typeof ContactBulk>,
): Promise<BulkPlan> {
  switch (change.kind) {
    case 'tag':
      return tagged(needs, people, change.name)
    case 'untag':
      return untagged(needs, people, change.tagId)
    case 'value':
      return planValues(needs, 'contact', people, change)
    case 'discard':
      return planDiscards(needs, 'contact', people)
  }
}

const TAG_COLOR = 'teal'

async function tagged(needs: BulkNeeds, people: Columns[], name: string): Promise<BulkPlan> {
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

async function untagged(needs: BulkNeeds, people: Columns[], tagId: string): Promise<BulkPlan> {
  const tag = (await rowsNow(needs.db, needs.officeId, 'tags', [[tagId]])).get(tagId)
  if (!tag) throw notFound('tag')
  const has = await taggingsOf(needs, people, tagId)
  const rows = [...has.values()].map((before): RowChange => ({ table: 'taggings', before, after: null }))
  return { done: `Took “${tag.name}” off`, rows }
}

/** The taggings with a tag that these people have, by the person. */
async function taggingsOf(
  { db, officeId }: BulkNeeds,
  people: Columns[],
  tagId: string,
): Promise<Map<string, Columns>> {
  const keys = people.map(({ id }) => ['contact', String(id), tagId])
  const rows = await rowsNow(db, officeId, 'taggings', keys)
  return new Map([...rows.values()].map((row) => [String(row.recordId), row]))
}
