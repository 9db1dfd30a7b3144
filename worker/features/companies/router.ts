import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { findAlike } from './find-alike.ts'
import {
  AlikeShown,
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
} from './input.ts'
import { companiesOfContact, listCompanies, readCompany } from './read-companies.ts'
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
})
