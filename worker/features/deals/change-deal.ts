import type { z } from 'zod'
import { isOvertaken } from '#dialect'
import { rowsNow } from '../../../db/queries/acts.ts'
import { contactById } from '../../../db/queries/contacts.ts'
import { dealWithStage } from '../../../db/queries/deals.ts'
import { membersOf } from '../../../db/queries/members.ts'
import { commit } from '../../../db/queries/plan.ts'
import { decimalOf } from '../../kernel/money.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { searchKey } from '../../kernel/text.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { lineOf } from '../acts/line-of.ts'
import { planAct } from '../acts/plan-act.ts'
import type { RowChange } from '../acts/rules/act-row.ts'
import { knownContact } from '../contacts/read-contact.ts'
import { amountOf } from './amount-of.ts'
import { type ChangeDeal, DEAL_FIELDS, type DealChanged, type DealFacts, type DealField } from './input.ts'
import { clashingFields, saysSame } from './rules/clashing-fields.ts'

type Needs = Pick<MemberCtx, 'db' | 'directory' | 'officeId' | 'now' | 'newId' | 'desk' | 'member'>
type Input = z.infer<typeof ChangeDeal>
type Answer = z.infer<typeof DealChanged>

/** How often another's change of another field may come in between: each time it is read and tried once more. */
const MOST_TRIES = 3

/**
 * Changes fields of a deal, as one step that can be taken back. What somebody else wrote into the same field since the
 * member saw it is not written over: the member gets to see it, and chooses. Changes of other fields do not disturb.
 */
export async function changeDeal(needs: Needs, input: Input): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryToChange(needs, input)
    } catch (error) {
      if (!isOvertaken(error)) throw error
      if (attempt === MOST_TRIES)
        throw new Refusal('conflict', 'Somebody is working on this deal just now. Please try again.')
    }
  }
}

async function tryToChange(needs: Needs, input: Input): Promise<Answer> {
  const { id, seen, changes } = input
  const { db, officeId, newId, desk, member } = needs
  const [found, rows] = await Promise.all([dealWithStage(db, officeId, id), rowsNow(db, officeId, 'deals', [[id]])])
  const row = rows.get(id)
  if (!found || !row) throw notFound('deal')
  const { deal, contactName } = found
  // Changed between the two reads: what is compared must be what is written over.
  if (deal.version !== row.version) return tryToChange(needs, input)
  const wanted = await wantedFacts(needs, deal, changes)
  const fields = DEAL_FIELDS.filter((field) => changes[field] !== undefined)
  const clashing = clashingFields(fields, { seen, wanted, now: deal })
  if (clashing.length > 0) return { state: 'clash', fields: clashing, now: { ...deal, contactName } }
  const changed = fields.filter((field) => !saysSame(field, wanted, deal))
  const title = `Changed ${wanted.title}`
  const by = { kind: 'member' as const, userId: member.userId }
  const told = [{ topic: 'deal' as const, ids: [id], by: member.userId }]
  const step = { id: newId(), kind: 'edit' as const, title, record: 'deal' as const, recordId: id, by, changes: told }
  const after = { ...row, ...wanted, titleKey: searchKey(wanted.title) }
  const line = await linesOf(needs, deal, wanted, changed)
  await commit(db, planAct(needs, step, [{ table: 'deals', before: row, after }, ...line]))
  await desk.announce(told)
  return { state: 'changed', id, version: Number(row.version) + 1, actId: step.id, title }
}

/** What the deal says once the changes are made. */
async function wantedFacts(needs: Needs, deal: DealFacts, changes: Input['changes']): Promise<DealFacts> {
  const { title, money, expectedOn, contactId, ownerId } = changes
  if (contactId) await knownContact(needs, contactId)
  if (ownerId && !(await membersOf(needs.directory, needs.officeId)).some(({ userId }) => userId === ownerId))
    throw notFound('member')
  return {
    title: title ?? deal.title,
    amountMinor: money ? amountOf(money.amount, money.currency) : deal.amountMinor,
    currency: money?.currency ?? deal.currency,
    expectedOn: expectedOn === undefined ? deal.expectedOn : expectedOn,
    contactId: contactId === undefined ? deal.contactId : contactId,
    ownerId: ownerId === undefined ? deal.ownerId : ownerId,
  }
}

const NAMES: Record<DealField, string> = {
  title: 'Title',
  money: 'Amount',
  expectedOn: 'Expected on',
  contactId: 'Contact',
  ownerId: 'Owner',
}

/** The line that it leaves with its contact and company: what each field was, and what it is. */
async function linesOf(
  needs: Needs,
  deal: DealFacts & { id: string; companyId: string | null },
  wanted: DealFacts,
  changed: readonly DealField[],
): Promise<RowChange[]> {
  const { contactId, title } = wanted
  const { id: entityId, companyId } = deal
  if (changed.length === 0 || (!contactId && !companyId)) return []
  const [before, after] = [await wordsOf(needs, deal), await wordsOf(needs, wanted)]
  const changes = changed.map((field) => ({ field: NAMES[field], before: before[field], after: after[field] }))
  return [lineOf(needs, { contactId, companyId, kind: 'deal_updated', entityId, title, changes })]
}

async function wordsOf(needs: Needs, facts: DealFacts): Promise<Record<DealField, string | null>> {
  const { db, directory, officeId } = needs
  const { title, amountMinor, currency, expectedOn, contactId, ownerId } = facts
  const [contact, members] = await Promise.all([
    contactId ? contactById(db, officeId, contactId) : null,
    ownerId ? membersOf(directory, officeId) : [],
  ])
  return {
    ...{ title, expectedOn },
    money: amountMinor === null ? null : `${decimalOf(amountMinor, currency)} ${currency}`,
    contactId: contact?.name ?? null,
    ownerId: members.find(({ userId }) => userId === ownerId)?.name ?? null,
  }
}
