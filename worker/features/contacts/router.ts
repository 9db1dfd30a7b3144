import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { addAddress, renameContact } from './change-contact.ts'
import { countContacts } from './count-contacts.ts'
import { createContact } from './create-contact.ts'
import { findDuplicates } from './find-duplicates.ts'
import {
  AddAddress,
  ContactPage,
  ContactShown,
  CreateContact,
  contactId,
  Duplicates,
  ListContacts,
  MergeContacts,
  Merged,
  ReadTimeline,
  RenameContact,
  TellApart,
  TimelinePage,
} from './input.ts'
import { listContacts } from './list-contacts.ts'
import { mergeContacts } from './merge-contacts.ts'
import { readContact } from './read-contact.ts'
import { readTimeline } from './read-timeline.ts'
import { tellApart } from './tell-apart.ts'

const Id = z.object({ id: contactId })
const Changed = z.object({ id: z.string() })

export const contactsRouter = router({
  list: member
    .input(ListContacts)
    .output(ContactPage)
    .query(({ ctx, input }) => listContacts(ctx, input)),
  /** By itself, because counting reads every row and the first page need not wait for it. */
  count: member.output(z.number()).query(({ ctx }) => countContacts(ctx)),
  byId: member
    .input(Id)
    .output(ContactShown)
    .query(({ ctx, input }) => readContact(ctx, input)),
  timeline: member
    .input(ReadTimeline)
    .output(TimelinePage)
    .query(({ ctx, input }) => readTimeline(ctx, input)),
  duplicates: member.output(Duplicates).query(({ ctx }) => findDuplicates(ctx)),
  tellApart: member
    .input(TellApart)
    .output(Changed)
    .mutation(({ ctx, input }) => tellApart(ctx, input)),
  merge: member
    .input(MergeContacts)
    .output(Merged)
    .mutation(({ ctx, input }) => mergeContacts(ctx, input)),
  create: member
    .input(CreateContact)
    .output(Changed)
    .mutation(({ ctx, input }) => createContact(ctx, input)),
  rename: member
    .input(RenameContact)
    .output(Changed)
    .mutation(({ ctx, input }) => renameContact(ctx, input)),
  addAddress: member
    .input(AddAddress)
    .output(Changed)
    .mutation(({ ctx, input }) => addAddress(ctx, input)),
})
