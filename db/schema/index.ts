import type { Database } from '#dialect'
import { actRows, acts } from './acts.ts'
import { appointmentClaims, appointments } from './appointments.ts'
import { feedback, intakes, modelCalls, suggestions } from './assistant.ts'
import { audit } from './audit.ts'
import { calendarFeeds, calendarImports, calendarSources } from './calendars.ts'
import { companies } from './companies.ts'
import {
  addresses,
  companyAddresses,
  consents,
  contactAddresses,
  contactCompanies,
  contacts,
  differentPeople,
  households,
  relationKinds,
  relations,
} from './contacts.ts'
import { customerMessages, messageSettings, messageSteps, textNumbers } from './customer-messages.ts'
import { dealMoves, deals, lostReasons, pipelines, stages } from './deals.ts'
import { dateHours, staffHours, timeOff } from './hours.ts'
import { importMappings, imports } from './imports.ts'
import { attachments, burntTokens, conversations, inbound, messages, threadKeys } from './inbox.ts'
import { outbox } from './jobs.ts'
import { notices } from './notices.ts'
import { inboundAddresses, invitations, members, offices, sentLocally } from './office.ts'
import { officeWords, trades } from './presets.ts'
import { customFields, files, noteLinks, notes, taggings, tags } from './records.ts'
import { searchEntries, searchHeld, searchMarks } from './search.ts'
import { resources, serviceStaff, services } from './services.ts'
import {
  accounts,
  attempts,
  backupCodes,
  emailProofs,
  secondFactors,
  sessions,
  users,
  verifications,
} from './sign-in.ts'
import { taskTemplates } from './task-templates.ts'
import { taskLinks, tasks } from './tasks.ts'
import { activities } from './timeline.ts'
import { views } from './views.ts'

/** Every table. The directory's stand in the first database only; the others wherever the office lives. */
export const directoryTables = {
  users,
  sessions,
  accounts,
  verifications,
  secondFactors,
  backupCodes,
  emailProofs,
  attempts,
  offices,
  members,
  invitations,
  inboundAddresses,
  sentLocally,
  burntTokens,
  textNumbers,
  audit,
  calendarFeeds,
}
export const officeTables = {
  households,
  companies,
  contacts,
  addresses,
  contactAddresses,
  companyAddresses,
  contactCompanies,
  relationKinds,
  relations,
  consents,
  differentPeople,
  activities,
  customFields,
  officeWords,
  tags,
  taggings,
  notes,
  noteLinks,
  files,
  acts,
  actRows,
  views,
  notices,
  imports,
  importMappings,
  inbound,
  conversations,
  threadKeys,
  messages,
  attachments,
  tasks,
  taskLinks,
  taskTemplates,
  pipelines,
  stages,
  lostReasons,
  deals,
  dealMoves,
  services,
  serviceStaff,
  resources,
  staffHours,
  dateHours,
  timeOff,
  appointments,
  messageSteps,
  messageSettings,
  customerMessages,
  calendarSources,
  calendarImports,
  trades,
  appointmentClaims,
  intakes,
  suggestions,
  feedback,
  modelCalls,
  outbox,
  searchEntries,
  searchHeld,
  searchMarks,
}
export const schema = { ...directoryTables, ...officeTables }
export type Db = Database<typeof schema>
