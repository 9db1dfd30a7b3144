import { lastRank } from '../../../db/queries/deal-board.ts'
import { knownPeople } from '../../../db/queries/presets.ts'
import type { Columns } from '../../kernel/columns.ts'
import { minorUnits } from '../../kernel/money.ts'
import { searchKey } from '../../kernel/text.ts'
import { DAY_MS } from '../../kernel/time.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { RowChange } from '../acts/rules/act-row.ts'
import { normalisePhone } from '../contacts/rules/normalise-phone.ts'
import { rankBetween } from '../deals/rules/rank-between.ts'
import { plainDay } from '../tasks/rules/next-occurrence.ts'
import { type FieldRow, ownValues } from './rules/own-values.ts'
import type { DemoPerson, Preset } from './rules/preset.ts'
import { made } from './set-up-rows.ts'

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'office' | 'now' | 'newId' | 'member'>
type Rows = Record<'customFields' | 'pipelines' | 'stages', Columns[]>

/** A made-up person's addresses in the form in which they are compared. Their phones are all British. */
const addressesOf = ({ email, phone }: DemoPerson) => [
  ...(email ? [{ kind: 'email', value: email, asTyped: email }] : []),
  ...(phone ? [{ kind: 'phone', value: normalisePhone(phone, 'GB') ?? phone, asTyped: phone }] : []),
]

/** The made-up people of a preset, and which of them are left out because the office knows them already. */
export async function demoPeople({ db, officeId }: Pick<Needs, 'db' | 'officeId'>, { demo }: Preset) {
  const known = await knownPeople(db, officeId, {
    nameKeys: demo.map(({ name }) => searchKey(name)),
    values: demo.flatMap((person) => addressesOf(person).map(({ value }) => value)),
  })
  return demo.map((person) => ({
    person,
    isThere:
      known.nameKeys.includes(searchKey(person.name)) ||
      addressesOf(person).some(({ value }) => known.values.includes(value)),
  }))
}

/** The rows of made-up people, with their deals and tasks; `rows` are the fields, pipelines and stages as they will be. */
export async function demoRows(needs: Needs, preset: Preset, rows: Rows): Promise<RowChange[]> {
  const people = (await demoPeople(needs, preset)).filter(({ isThere }) => !isThere)
  const board = await newBoard(needs, preset, rows)
  const addresses = new Map<string, string>()
  return people.flatMap(({ person }) => {
    const id = needs.newId()
    return [
      ...contactRows(needs, id, person, preset, rows, addresses),
      ...person.deals.flatMap((deal) => dealRows(needs, id, deal, board)),
      ...person.tasks.flatMap((task) => taskRows(needs, id, task)),
    ]
  })
}

/** The day so many days from today, on the office's clock. */
const dayIn = ({ now, office }: Needs, days: number) => plainDay(now(), office.timeZone).add({ days }).toString()

function contactRows(
  needs: Needs,
  id: string,
  person: DemoPerson,
  { fields }: Preset,
  { customFields }: Rows,
  addresses: Map<string, string>,
): RowChange[] {
  const { office, now, newId } = needs
  const { name, birthday = null } = person
  const createdAt = now().getTime()
  const own = customFields.filter(({ archivedAt }) => archivedAt === null)
  const writing = { currency: office.currency, dates: 'day' as const, year: now().getUTCFullYear() }
  const values = ownValues(person.values, fields, own.flatMap(fieldOf), writing, (days) => dayIn(needs, days))
  return [
    made('contacts', {
      ...{ id, name, nameKey: searchKey(name), householdId: null, birthday, ownerId: null, fields: values },
      ...{ mergedIntoId: null, source: 'demo', version: 1, createdAt, archivedAt: null },
    }),
    ...addressesOf(person).flatMap(({ kind, value, asTyped }) => {
      const known = addresses.get(value)
      const addressId = known ?? newId()
      addresses.set(value, addressId)
      const link = { contactId: id, addressId, isDefault: known === undefined, label: null }
      return [
        ...(known ? [] : [made('addresses', { id: addressId, kind, value, asTyped, parts: null, createdAt })]),
        made('contactAddresses', link),
      ]
    }),
    lineOf(needs, id, 'contact_created', id, name),
  ]
}

const fieldOf = (row: Columns): FieldRow[] => {
  const { id, record, label, kind, options } = row
  return [{ id: String(id), record: String(record), label: String(label), kind: String(kind), options }]
}

function lineOf({ newId, now, member }: Needs, contactId: string, kind: string, entityId: string, title: string) {
  const by = { kind: 'member', userId: member.userId }
  return made('activities', {
    ...{ id: newId(), contactId, companyId: null, at: now().getTime(), kind, entityId, title, changes: [], by },
  })
}

type Board = (stage: string) => { stageId: string; kind: string; rank: string } | null

/** Where a deal stands: in the stage of this name, or in the first, below what is there. */
async function newBoard({ db, officeId }: Needs, { pipeline }: Preset, rows: Rows): Promise<Board> {
  const line = rows.pipelines.find(
    (row) => String(row.name).toLowerCase() === pipeline.name.toLowerCase() && row.archivedAt === null,
  )
  const stages = rows.stages.filter((row) => row.pipelineId === line?.id && row.archivedAt === null)
  const ranks = new Map<unknown, string | null>()
  for (const { id } of stages) ranks.set(id, await lastRank(db, officeId, String(id)))
  return (name) => {
    const stage = stages.find((row) => row.name === name) ?? stages.find(({ kind }) => kind === 'open')
    if (!stage) return null
    const rank = rankBetween(ranks.get(stage.id) ?? null, null)
    ranks.set(stage.id, rank)
    return { stageId: String(stage.id), kind: String(stage.kind), rank }
  }
}

function dealRows(needs: Needs, contactId: string, deal: DemoPerson['deals'][number], board: Board): RowChange[] {
  const { office, now, newId, member } = needs
  const { title, amount, expectedInDays, sinceDays } = deal
  const place = board(deal.stage)
  if (!place) return []
  const { kind, stageId, rank } = place
  const id = newId()
  const since = now().getTime() - sinceDays * DAY_MS
  return [
    made('deals', {
      ...{ id, title, titleKey: searchKey(title), contactId, conversationId: null, companyId: null, stageId, rank },
      ...{ stageSince: since, closedAt: kind === 'open' ? null : since, lostReasonId: null, ownerId: null, fields: {} },
      ...{ amountMinor: minorUnits(amount, office.currency), currency: office.currency },
      ...{ expectedOn: dayIn(needs, expectedInDays), source: 'demo', version: 1, createdAt: since, archivedAt: null },
    }),
    made('dealMoves', {
      ...{ id: newId(), dealId: id, fromStageId: null, toStageId: stageId, at: since },
      by: { kind: 'member', userId: member.userId },
    }),
    lineOf(needs, contactId, 'deal_created', id, title),
  ]
}

function taskRows(needs: Needs, contactId: string, task: DemoPerson['tasks'][number]): RowChange[] {
  const { now, newId } = needs
  const { title, inDays, priority = 'normal' } = task
  const id = newId()
  return [
    made('tasks', {
      ...{ id, title, titleKey: searchKey(title), dueOn: dayIn(needs, inDays), dueAt: null, doneAt: null, contactId },
      ...{ conversationId: null, assigneeId: null, priority, isWaiting: false, snoozedUntil: null, repeat: null },
      ...{ seriesId: null, checklist: [], remindAt: null, remindedAt: null, fields: {}, source: 'demo', version: 1 },
      ...{ createdAt: now().getTime(), archivedAt: null },
    }),
    lineOf(needs, contactId, 'task_created', id, title),
  ]
}
