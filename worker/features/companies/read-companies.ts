import type { z } from 'zod'
import { companiesOf, companyById, pageOfCompanies, peopleAt } from '../../../db/queries/companies.ts'
import type { Company } from '../../../db/schema/companies.ts'
import type { OfficeCtx } from '../../context.ts'
import { notFound } from '../../kernel/refusal.ts'
import { searchKey } from '../../kernel/text.ts'
import { knownContact } from '../contacts/read-contact.ts'
import {
  type CompanyId,
  type CompanyPage,
  type CompanyShown,
  type ListCompanies,
  type Membership,
  type OfContact,
  PAGE_SIZE,
} from './input.ts'

const MOST_PEOPLE = 500

type Needs = Pick<OfficeCtx, 'db' | 'officeId'>

/** A company that lives in this office, or the refusal that it is not found. */
export async function knownCompany({ db, officeId }: Needs, id: string): Promise<Company> {
  const company = await companyById(db, officeId, id)
  if (!company) throw notFound('company')
  return company
}

/** A page of companies by name; `text` narrows to those whose name contains it. */
export async function listCompanies(
  { db, officeId }: Needs,
  { text, cursor }: z.infer<typeof ListCompanies>,
): Promise<z.infer<typeof CompanyPage>> {
  const page = { text: searchKey(text), after: cursor ?? null, limit: PAGE_SIZE + 1 }
  const found = await pageOfCompanies(db, officeId, page)
  const rows = found.slice(0, PAGE_SIZE)
  const last = rows.at(-1)
  return { rows, next: found.length > PAGE_SIZE && last ? { nameKey: last.nameKey, id: last.id } : null }
}

export async function readCompany(
  needs: Needs,
  { id }: z.infer<typeof CompanyId>,
): Promise<z.infer<typeof CompanyShown>> {
  const company = await knownCompany(needs, id)
  return { ...company, people: await peopleAt(needs.db, needs.officeId, id, MOST_PEOPLE) }
}

export async function companiesOfContact(
  needs: Needs,
  { contactId }: z.infer<typeof OfContact>,
): Promise<z.infer<typeof Membership>[]> {
  await knownContact(needs, contactId)
  return companiesOf(needs.db, needs.officeId, contactId)
}
