import { z } from 'zod'
import { ValueChanges } from '../fields/input.ts'
import { BULK_DISCARD, bulkInput, bulkValue, listInput, listPage } from '../views/input.ts'

const NAME_LENGTH = 200
const ROLE_LENGTH = 80
const SEARCH_LENGTH = 100
export const PAGE_SIZE = 50
export const companyId = z.string().meta({ ref: 'companies' })
const contactId = z.string().meta({ ref: 'contacts' })
const role = z.string().trim().max(ROLE_LENGTH).nullable()
const name = z.string().trim().min(1, 'A company needs a name.').max(NAME_LENGTH)

const Cursor = z.object({ nameKey: z.string(), id: z.string() })
export const ListCompanies = z.object({
  text: z.string().trim().max(SEARCH_LENGTH).default(''),
  cursor: Cursor.nullish(),
})
const CompanyRow = z.object({ id: z.string(), name: z.string(), website: z.string().nullable(), people: z.number() })
export const CompanyPage = z.object({ rows: z.array(CompanyRow), next: Cursor.nullable() })

/** A person at a company, or a company of a person: what it is called, and the role there. */
export const Membership = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string().nullable(),
  hasEnded: z.boolean(),
})
export const CompanyShown = z.object({
  id: z.string(),
  name: z.string(),
  website: z.string().nullable(),
  taxId: z.string().nullable(),
  ownerId: z.string().nullable(),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  createdAt: z.date(),
  people: z.array(Membership),
})
export const CompanyId = z.object({ id: companyId })
export const CreateCompany = z.object({ name })
/** What was typed so far of a company that is being written down, and which ones may be meant. */
export const FindAlike = z.object({ name: z.string().trim().max(NAME_LENGTH) })
export const AlikeShown = z.array(z.object({ id: z.string(), name: z.string(), website: z.string().nullable() }))
export const ChangeCompany = z.object({ id: companyId, changes: ValueChanges })
export const OfContact = z.object({ contactId })
/** A company by its name: one that nobody wrote down before becomes a company of the office. */
export const JoinCompany = z.object({ contactId, name, role })
export const ChangeMembership = z.object({ contactId, companyId, role, hasEnded: z.boolean() })
export const LeaveCompany = z.object({ contactId, companyId })
/** Without an id where nothing had to be done. */
export const CompanyStep = z.object({ actId: z.string().nullable(), title: z.string() })

export const ReadTable = listInput(companyId)
export const TableRow = z.object({
  id: z.string(),
  name: z.string(),
  website: z.string().nullable(),
  taxId: z.string().nullable(),
  ownerId: z.string().nullable(),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  createdAt: z.date(),
  /** The names of those who are there now. */
  people: z.array(z.string()),
})
export const TablePage = listPage(TableRow)
/** What can be written into many companies at once: not the name, by which they are told apart. */
const BulkColumn = z.string().regex(/^(ownerId|website|taxId|fields\..{1,60})$/)
export const CompanyBulk = z.discriminatedUnion('kind', [BULK_DISCARD, bulkValue(BulkColumn)])
export const BulkCompanies = bulkInput(companyId, CompanyBulk)
