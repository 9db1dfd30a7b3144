import type { z } from 'zod'
import { rowsNow } from '../../../db/queries/acts.ts'
import { companyNamed } from '../../../db/queries/companies.ts'
import type { Company } from '../../../db/schema/companies.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { searchKey } from '../../kernel/text.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { doStep, type Step, type StepNeeds } from '../acts/do-step.ts'
import { lineOf } from '../acts/line-of.ts'
import type { RowChange } from '../acts/rules/act-row.ts'
import { knownContact } from '../contacts/read-contact.ts'
import { changeRecord } from '../fields/change-record.ts'
import type { ChangeCompany, ChangeMembership, CreateCompany, JoinCompany, LeaveCompany } from './input.ts'
import { knownCompany } from './read-companies.ts'

type Needs = StepNeeds & Pick<MemberCtx, 'directory' | 'office'>

/** A new company. One of the same name is refused: it would be the same company twice. */
export async function createCompany(
  needs: StepNeeds,
  { name }: z.infer<typeof CreateCompany>,
): Promise<Step & { id: string }> {
  const known = await companyNamed(needs.db, needs.officeId, searchKey(name))
  if (known) throw new Refusal('conflict', `${known.name} is in the list already.`)
  const { id, changes } = newCompany(needs, name)
  const step = await doStep(needs, { title: `Added ${name}`, record: 'company', id, topic: 'contact' }, changes)
  return { ...step, id }
}

export const changeCompany = (needs: Needs, input: z.infer<typeof ChangeCompany>) =>
  changeRecord(needs, 'company', input)

/** Puts a person into a company, which is made where nobody wrote it down before. Being there already is no mistake. */
export async function joinCompany(needs: StepNeeds, input: z.infer<typeof JoinCompany>): Promise<Step> {
  const { contactId, name, role } = input
  const contact = await knownContact(needs, contactId)
  const known: Company | null = await companyNamed(needs.db, needs.officeId, searchKey(name))
  const made = known ? null : newCompany(needs, name)
  const companyId = known?.id ?? made?.id ?? ''
  const row = await membershipRow(needs, contactId, companyId)
  const after = { contactId, companyId, role: role || null, hasEnded: false, createdAt: needs.now().getTime() }
  const member: RowChange = {
    table: 'contactCompanies',
    before: row ?? null,
    after: row ? { ...row, ...after } : after,
  }
  const title = `${contact.name} is with ${known?.name ?? name}`
  return doStep(needs, { title, record: 'contact', id: contactId, topic: 'contact' }, [
    ...(made?.changes ?? []),
    member,
    lineOf(needs, { contactId, companyId, kind: 'contact_updated', entityId: contactId, title }),
  ])
}

/** Another role, or the end of it: who left is still known to have been there. */
export async function changeMembership(needs: StepNeeds, input: z.infer<typeof ChangeMembership>): Promise<Step> {
  const { contactId, companyId, role, hasEnded } = input
  const { contact, company, row } = await knownMembership(needs, contactId, companyId)
  const title = hasEnded ? `${contact.name} left ${company.name}` : `${contact.name} is with ${company.name}`
  return doStep(needs, { title, record: 'contact', id: contactId, topic: 'contact' }, [
    { table: 'contactCompanies', before: row, after: { ...row, role: role || null, hasEnded } },
  ])
}

/** Takes a person out of a company where they never were. */
export async function leaveCompany(
  needs: StepNeeds,
  { contactId, companyId }: z.infer<typeof LeaveCompany>,
): Promise<Step> {
  const { contact, company, row } = await knownMembership(needs, contactId, companyId)
  const title = `Took ${contact.name} out of ${company.name}`
  return doStep(needs, { title, record: 'contact', id: contactId, topic: 'contact' }, [
    { table: 'contactCompanies', before: row, after: null },
  ])
}

async function membershipRow({ db, officeId }: StepNeeds, contactId: string, companyId: string) {
  const rows = await rowsNow(db, officeId, 'contactCompanies', [[contactId, companyId]])
  return rows.get(`${contactId} ${companyId}`)
}

async function knownMembership(needs: StepNeeds, contactId: string, companyId: string) {
  const [contact, company] = await Promise.all([knownContact(needs, contactId), knownCompany(needs, companyId)])
  const row = await membershipRow(needs, contactId, companyId)
  if (!row) throw notFound('role')
  return { contact, company, row }
}

function newCompany(needs: StepNeeds, name: string): { id: string; changes: RowChange[] } {
  const id = needs.newId()
  const createdAt = needs.now().getTime()
  const row = { id, name, nameKey: searchKey(name), fields: {}, source: 'member', version: 1, createdAt }
  const line = { companyId: id, kind: 'company_created' as const, entityId: id, title: name }
  return { id, changes: [{ table: 'companies', before: null, after: row }, lineOf(needs, line)] }
}
