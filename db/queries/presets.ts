import { and, asc, count, eq, isNull, or } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { Words } from '../../worker/features/presets/rules/words.ts'
import { type Columns, columnsOf } from '../../worker/kernel/columns.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { addresses, contacts } from '../schema/contacts.ts'
import { deals, lostReasons, pipelines, stages } from '../schema/deals.ts'
import type { Db } from '../schema/index.ts'
import { officeWords, type Trade, trades } from '../schema/presets.ts'
import { customFields } from '../schema/records.ts'
import { taskTemplates } from '../schema/task-templates.ts'

/** What the office calls its people; null where nobody said so. */
export async function wordsOf(db: Db, officeId: OfficeId): Promise<Words | null> {
  const [row] = await db
    .select({ one: officeWords.one, many: officeWords.many })
    .from(officeWords)
    .where(eq(officeWords.officeId, officeId))
  return row ?? null
}

/** The parts of the preset that the office has, what it set up first. */
export async function tradesOf(db: Db, officeId: OfficeId): Promise<Trade[]> {
  const found = await db.select().from(trades).where(eq(trades.officeId, officeId))
  return found.sort((one, other) => other.part.localeCompare(one.part))
}

export type SetUp = Record<
  'customFields' | 'officeWords' | 'taskTemplates' | 'pipelines' | 'stages' | 'lostReasons',
  Columns[]
>

/** All that a preset may set up, as it stands, also what was put away; each in its order. */
export async function setUpOf(db: Db, officeId: OfficeId): Promise<SetUp> {
  const [fields, words, templates, lines, steps, reasons] = await Promise.all([
    db.select().from(customFields).where(eq(customFields.officeId, officeId)).orderBy(asc(customFields.position)),
    db.select().from(officeWords).where(eq(officeWords.officeId, officeId)),
    db.select().from(taskTemplates).where(eq(taskTemplates.officeId, officeId)).orderBy(asc(taskTemplates.position)),
    db.select().from(pipelines).where(eq(pipelines.officeId, officeId)).orderBy(asc(pipelines.position)),
    db.select().from(stages).where(eq(stages.officeId, officeId)).orderBy(asc(stages.position), asc(stages.id)),
    db.select().from(lostReasons).where(eq(lostReasons.officeId, officeId)).orderBy(asc(lostReasons.position)),
  ])
  return {
    customFields: fields.map(columnsOf),
    officeWords: words.map(columnsOf),
    taskTemplates: templates.map(columnsOf),
    pipelines: lines.map(columnsOf),
    stages: steps.map(columnsOf),
    lostReasons: reasons.map(columnsOf),
  }
}

/** How many deals ever stood in the stages of a pipeline, those in the trash as well. */
export async function countDealsEver(db: Db, officeId: OfficeId, pipelineId: string): Promise<number> {
  const [found] = await db
    .select({ count: count() })
    .from(deals)
    .innerJoin(stages, and(eq(stages.officeId, officeId), eq(stages.id, deals.stageId)))
    .where(and(eq(deals.officeId, officeId), eq(stages.pipelineId, pipelineId)))
  return found?.count ?? 0
}

/** Which of these people the office knows already: the names of the living, and the addresses of anybody. */
export async function knownPeople(
  db: Db,
  officeId: OfficeId,
  { nameKeys, values }: { nameKeys: string[]; values: string[] },
): Promise<{ nameKeys: string[]; values: string[] }> {
  const [people, known] = await Promise.all([
    db
      .select({ nameKey: contacts.nameKey })
      .from(contacts)
      .where(and(eq(contacts.officeId, officeId), isNull(contacts.archivedAt), isOneOf(contacts.nameKey, nameKeys))),
    db
      .select({ value: addresses.value })
      .from(addresses)
      .where(
        and(
          eq(addresses.officeId, officeId),
          or(eq(addresses.kind, 'email'), eq(addresses.kind, 'phone')),
          isOneOf(addresses.value, values),
        ),
      ),
  ])
  return { nameKeys: people.map((each) => each.nameKey), values: known.map((each) => each.value) }
}
