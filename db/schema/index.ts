import type { Database } from '#dialect'
import { appointments } from './appointments.ts'
import { feedback, intakes, modelCalls, suggestions } from './assistant.ts'
import { audit } from './audit.ts'
import { activities, addresses, contactAddresses, contacts, households } from './contacts.ts'
import { deals, pipelines, stages } from './deals.ts'
import { attachments, burntTokens, conversations, inbound, messages, threadKeys } from './inbox.ts'
import { outbox } from './jobs.ts'
import { inboundAddresses, invitations, members, offices, sentLocally } from './office.ts'
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
import { tasks } from './tasks.ts'

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
  audit,
}
export const officeTables = {
  households,
  contacts,
  addresses,
  contactAddresses,
  activities,
  inbound,
  burntTokens,
  conversations,
  threadKeys,
  messages,
  attachments,
  tasks,
  pipelines,
  stages,
  deals,
  appointments,
  intakes,
  suggestions,
  feedback,
  modelCalls,
  outbox,
}
export const schema = { ...directoryTables, ...officeTables }
export type Db = Database<typeof schema>
