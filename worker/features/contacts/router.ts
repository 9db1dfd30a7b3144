import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { changeRecord } from '../fields/change-record.ts'
import { bulkChange } from '../views/bulk/bulk-change.ts'
import { BulkStep, CountList } from '../views/input.ts'
import { countList, readList } from '../views/read-list.ts'
import { addPlace, meanByAddress, removeAddress } from './change-address.ts'
import { addAddress, renameContact } from './change-contact.ts'
import { consentOf, giveConsent } from './consent.ts'
import { countContacts } from './count-contacts.ts'
import { createContact } from './create-contact.ts'
import { findAlike } from './find-alike.ts'
import { findDuplicates } from './find-duplicates.ts'
import {
  AddAddress,
  AddPlace,
  AlikeShown,
  BulkContacts,
  ChangeContact,
  ConsentShown,
  ContactPage,
  ContactShown,
  ContactStep,
  CreateContact,
  contactId,
  Duplicates,
  FindAlike,
  GiveConsent,
  LeaveHousehold,
  ListContacts,
  LiveWith,
  MergeContacts,
  Merged,
  OfAddress,
  ReadTable,
  ReadTimeline,
  RenameContact,
  RenameHousehold,
  SharedAddresses,
  TablePage,
  TellApart,
  TimelinePage,
} from './input.ts'
import { listContacts } from './list-contacts.ts'
import { leaveHousehold, liveWith, renameHousehold } from './live-with.ts'
import { mergeContacts } from './merge-contacts.ts'
import { readContact } from './read-contact.ts'
import { readTimeline } from './read-timeline.ts'
import { sharedAddresses } from './shared-addresses.ts'
import { rowsOfContacts } from './table-rows.ts'
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
  alike: member
    .input(FindAlike)
    .output(AlikeShown)
    .query(({ ctx, input }) => findAlike(ctx, input)),
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
  change: member
    .input(ChangeContact)
    .output(ContactStep)
    .mutation(({ ctx, input }) => changeRecord(ctx, 'contact', input)),
  removeAddress: member
    .input(OfAddress)
    .output(ContactStep)
    .mutation(({ ctx, input }) => removeAddress(ctx, input)),
  meanByAddress: member
    .input(OfAddress)
    .output(ContactStep)
    .mutation(({ ctx, input }) => meanByAddress(ctx, input)),
  addPlace: member
    .input(AddPlace)
    .output(ContactStep)
    .mutation(({ ctx, input }) => addPlace(ctx, input)),
  sharedAddresses: member
    .input(Id)
    .output(SharedAddresses)
    .query(({ ctx, input }) => sharedAddresses(ctx, input)),
  liveWith: member
    .input(LiveWith)
    .output(ContactStep)
    .mutation(({ ctx, input }) => liveWith(ctx, input)),
  leaveHousehold: member
    .input(LeaveHousehold)
    .output(ContactStep)
    .mutation(({ ctx, input }) => leaveHousehold(ctx, input)),
  renameHousehold: member
    .input(RenameHousehold)
    .output(ContactStep)
    .mutation(({ ctx, input }) => renameHousehold(ctx, input)),
  consent: member
    .input(Id)
    .output(z.array(ConsentShown))
    .query(({ ctx, input }) => consentOf(ctx, input)),
  giveConsent: member
    .input(GiveConsent)
    .output(ContactStep)
    .mutation(({ ctx, input }) => giveConsent(ctx, input)),
  table: member
    .input(ReadTable)
    .output(TablePage)
    .query(({ ctx, input }) => readList(ctx, 'contact', rowsOfContacts, input)),
  /** By itself, because counting reads every row and the first page need not wait for it. */
  countTable: member
    .input(CountList)
    .output(z.number())
    .query(({ ctx, input }) => countList(ctx, 'contact', input)),
  bulk: member
    .input(BulkContacts)
    .output(BulkStep)
    .mutation(({ ctx, input: { change, ...which } }) => bulkChange(ctx, { record: 'contact', which, change })),
})
