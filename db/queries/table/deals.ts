import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { OfficeId } from '../../../worker/kernel/ids.ts'
import { companies } from '../../schema/companies.ts'
import { contacts } from '../../schema/contacts.ts'
import { deals, stages } from '../../schema/deals.ts'
import type { Db } from '../../schema/index.ts'
import { contains } from '../search.ts'
import { byAmount, byChoice, byDay, byFolded, byInstant } from './compare.ts'
import { byCompany, byContact, hasContact } from './linked.ts'
import { type Asked, type Source, sortBy, sortByInstant, type Where } from './source.ts'

const byTitle = sortBy(sql`${deals.titleKey}`, true)
const amount = sql`${deals.amountMinor}`
const expectedOn = sql`${deals.expectedOn}`

/** Deals as a table, of every pipeline. */
export const dealSource: Source = {
  record: 'deal',
  table: deals,
  living: (officeId) => and(eq(deals.officeId, officeId), isNull(deals.archivedAt)),
  matches: (db, officeId, text) => or(contains(deals.titleKey, text), hasContact(db, officeId, deals.contactId, text)),
  first: byTitle,
  columns: {
    title: { where: byFolded(deals.titleKey), sort: byTitle },
    contact: { where: byContact(deals.contactId) },
    company: { where: byCompany(deals.companyId) },
    stageId: { where: byChoice(sql`${deals.stageId}`) },
    state: { where: byStage('kind') },
    pipelineId: { where: byStage('pipelineId') },
    amountMinor: { where: byAmount(amount), sort: sortBy(amount) },
    expectedOn: { where: byDay(expectedOn), sort: sortBy(expectedOn) },
    ownerId: { where: byChoice(sql`${deals.ownerId}`) },
    stageSince: { where: byInstant(deals.stageSince), sort: sortByInstant(deals.stageSince, true) },
    closedAt: { where: byInstant(deals.closedAt), sort: sortByInstant(deals.closedAt) },
    lostReasonId: { where: byChoice(sql`${deals.lostReasonId}`) },
    createdAt: { where: byInstant(deals.createdAt), sort: sortByInstant(deals.createdAt, true) },
  },
}

/** By what the stage says in which a deal stands. */
function byStage(column: 'kind' | 'pipelineId'): Where {
  return (asked, condition) => byChoice(sql`${ofStage(asked, column)}`)(asked, condition)
}

const ofStage = ({ db, officeId }: Asked, column: 'kind' | 'pipelineId') =>
  db
    .select({ value: sql`${stages[column]}` })
    .from(stages)
    .where(and(eq(stages.officeId, officeId), eq(stages.id, deals.stageId)))

/** What a list shows of these deals, in no order. */
export const dealRows = (db: Db, officeId: OfficeId, ids: string[]) =>
  db
    .select({
      ...{ id: deals.id, title: deals.title, stageId: deals.stageId, amountMinor: deals.amountMinor },
      ...{ currency: deals.currency, expectedOn: deals.expectedOn, contactId: deals.contactId },
      ...{ contactName: contacts.name, companyId: deals.companyId, companyName: companies.name },
      ...{ ownerId: deals.ownerId, stageSince: deals.stageSince, closedAt: deals.closedAt },
      ...{ lostReasonId: deals.lostReasonId, fields: deals.fields, createdAt: deals.createdAt, version: deals.version },
      ...{ state: stages.kind, pipelineId: stages.pipelineId },
    })
    .from(deals)
    .innerJoin(stages, and(eq(stages.officeId, officeId), eq(stages.id, deals.stageId)))
    .leftJoin(contacts, and(eq(contacts.officeId, officeId), eq(contacts.id, deals.contactId)))
    .leftJoin(companies, and(eq(companies.officeId, officeId), eq(companies.id, deals.companyId)))
    .where(and(eq(deals.officeId, officeId), isOneOf(deals.id, ids)))
