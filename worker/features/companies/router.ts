import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { bulkChange } from '../views/bulk/bulk-change.ts'
import { BulkStep, CountList } from '../views/input.ts'
import { countList, readList } from '../views/read-list.ts'
import { findAlike } from './find-alike.ts'
import {
  AlikeShown,
  BulkCompanies,
  ChangeCompany,
  ChangeMembership,
  CompanyId,
  CompanyPage,
  CompanyShown,
  CompanyStep,
  CreateCompany,
  FindAlike,
  JoinCompany,
  LeaveCompany,
  ListCompanies,
  Membership,
  OfContact,
  ReadTable,
  TablePage,
} from './input.ts'
import { companiesOfContact, listCompanies, readCompany } from './read-companies.ts'
import { rowsOfCompanies } from './table-rows.ts'
import { changeCompany, changeMembership, createCompany, joinCompany, leaveCompany } from './write-company.ts'

export const companiesRouter = router({
  list: member
    .input(ListCompanies)
    .output(CompanyPage)
    .query(({ ctx, input }) => listCompanies(ctx, input)),
  byId: member
    .input(CompanyId)
    .output(CompanyShown)
    .query(({ ctx, input }) => readCompany(ctx, input)),
  ofContact: member
    .input(OfContact)
    .output(z.array(Membership))
    .query(({ ctx, input }) => companiesOfContact(ctx, input)),
  alike: member
    .input(FindAlike)
    .output(AlikeShown)
    .query(({ ctx, input }) => findAlike(ctx, input)),
  create: member
    .input(CreateCompany)
    .output(CompanyStep.extend({ id: z.string() }))
    .mutation(({ ctx, input }) => createCompany(ctx, input)),
  change: member
    .input(ChangeCompany)
    .output(CompanyStep)
    .mutation(({ ctx, input }) => changeCompany(ctx, input)),
  join: member
    .input(JoinCompany)
    .output(CompanyStep)
    .mutation(({ ctx, input }) => joinCompany(ctx, input)),
  changeMembership: member
    .input(ChangeMembership)
    .output(CompanyStep)
    .mutation(({ ctx, input }) => changeMembership(ctx, input)),
  leave: member
    .input(LeaveCompany)
    .output(CompanyStep)
    .mutation(({ ctx, input }) => leaveCompany(ctx, input)),
  table: member
    .input(ReadTable)
    .output(TablePage)
    .query(({ ctx, input }) => readList(ctx, 'company', rowsOfCompanies, input)),
  /** By itself, because counting reads every row and the first page need not wait for it. */
  countTable: member
    .input(CountList)
    .output(z.number())
    .query(({ ctx, input }) => countList(ctx, 'company', input)),
  bulk: member
    .input(BulkCompanies)
    .output(BulkStep)
    .mutation(({ ctx, input: { change, ...which } }) => bulkChange(ctx, { record: 'company', which, change })),
})
