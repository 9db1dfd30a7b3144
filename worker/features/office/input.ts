import { z } from 'zod'
import { isCurrency } from '../../kernel/currencies.ts'
import { AUDIT_KINDS } from './rules/audit-kinds.ts'
import { isCountry, isTimeZone } from './rules/places.ts'
import { ROLES } from './rules/roles.ts'
import { OfficeSettings } from './rules/settings.ts'

const LONGEST_NAME = 100
const LONGEST_EMAIL = 254
const LONGEST_ID = 64
const LONGEST_TOKEN = 200

const id = (table: 'offices' | 'users' | 'invitations' | 'inbound_addresses') =>
  z.string().max(LONGEST_ID).meta({ ref: table })

const particulars = {
  name: z.string().trim().min(1, 'Please give the office a name.').max(LONGEST_NAME),
  timeZone: z.string().max(LONGEST_NAME).refine(isTimeZone, 'This time zone is not known.'),
  country: z.string().toUpperCase().refine(isCountry, 'This is not the code of a country.'),
  currency: z.string().toUpperCase().refine(isCurrency, 'This is not the code of a currency.'),
}
const version = z.number().int().positive()

/** `requestId` is made by the client and becomes the office's id, so that a double click makes one office. */
export const CreateOffice = z.object({ ...particulars, requestId: z.uuid().meta({ ref: 'offices' }) })
export const UpdateOffice = z.object({ ...particulars, version })
export const UpdateSettings = z.object({ settings: OfficeSettings, version })
export const RequireSecondFactor = z.object({ isRequired: z.boolean(), version })
export const SwitchOffice = z.object({ officeId: id('offices') })
export const LeaveOffice = z.object({ officeId: id('offices') })
export const InviteMember = z.object({
  email: z.string().trim().toLowerCase().max(LONGEST_EMAIL).pipe(z.email('This is not an email address.')),
  role: z.enum(ROLES),
})
export const RevokeInvitation = z.object({ invitationId: id('invitations') })
export const InvitationToken = z.object({ token: z.string().max(LONGEST_TOKEN) })
export const ChangeRole = z.object({ userId: id('users'), role: z.enum(ROLES) })
export const RemoveMember = z.object({ userId: id('users') })
export const RotateInboundSecret = z.object({ key: id('inbound_addresses') })

export const OfficeOpened = z.object({ officeId: z.string(), slug: z.string() })
export const OfficeShown = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  timeZone: z.string(),
  country: z.string(),
  currency: z.string(),
  settings: OfficeSettings,
  isDemo: z.boolean(),
  requireSecondFactor: z.boolean(),
  version: z.number(),
  /** What it calls the people it serves. */
  words: z.object({ one: z.string(), many: z.string() }),
  role: z.enum(ROLES),
})
/** The zone in which a member works; null for the office's. */
export const SetTimeZone = z.object({
  timeZone: z.string().max(LONGEST_NAME).refine(isTimeZone, 'This time zone is not known.').nullable(),
})
export const MemberList = z.object({
  members: z.array(
    z.object({
      ...{ userId: z.string(), name: z.string(), email: z.string(), role: z.enum(ROLES) },
      /** Their own, where it is not the office's. */
      timeZone: z.string().nullable(),
    }),
  ),
  /** Open invitations; only owners are shown them. */
  invitations: z.array(z.object({ id: z.string(), email: z.string(), role: z.enum(ROLES), expiresAt: z.date() })),
})
/** Something that was done; `name` is who did it, null when they are a user no more. */
export const NoteShown = z.object({
  id: z.string(),
  kind: z.enum(AUDIT_KINDS),
  userId: z.string(),
  name: z.string().nullable(),
  subjectId: z.string().nullable(),
  at: z.date(),
})
export const InvitationShown = z.object({ officeName: z.string(), email: z.string(), role: z.enum(ROLES) })
/** Webhook addresses hold a secret key and `secret` signs for the office, so only owners are shown them. */
export const InboundShown = z.object({
  key: z.string(),
  label: z.string(),
  address: z.string(),
  hooks: z.object({ generic: z.string(), sendgrid: z.string(), mailgun: z.string(), secret: z.string() }).nullable(),
})
/** A mail that was kept in the list instead of being sent. */
export const SentLocally = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  channel: z.enum(['email', 'sms']),
  /** What went along with it, by name. */
  attachments: z.array(z.object({ name: z.string() })),
  sentAt: z.date(),
})

export type CreateOffice = z.infer<typeof CreateOffice>
export type UpdateOffice = z.infer<typeof UpdateOffice>
export type UpdateSettings = z.infer<typeof UpdateSettings>
export type RequireSecondFactor = z.infer<typeof RequireSecondFactor>
export type InviteMember = z.infer<typeof InviteMember>
export type ChangeRole = z.infer<typeof ChangeRole>
export type OfficeShown = z.infer<typeof OfficeShown>
export type MemberList = z.infer<typeof MemberList>
export type NoteShown = z.infer<typeof NoteShown>
export type InvitationShown = z.infer<typeof InvitationShown>
export type InboundShown = z.infer<typeof InboundShown>
export type SentLocally = z.infer<typeof SentLocally>
