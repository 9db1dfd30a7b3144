import { z } from 'zod'
import { ROLES } from '../../features/office/rules/roles.ts'

export const SHORTEST_PASSWORD = 8
export const LONGEST_PASSWORD = 128
/** RFC 5321, section 4.5.3.1: what fits into a path. */
const LONGEST_EMAIL = 254
const LONGEST_NAME = 100
const LONGEST_TOKEN = 100
const LONGEST_ID = 64

const Email = z.string().trim().toLowerCase().max(LONGEST_EMAIL).pipe(z.email('This is not an email address.'))
/** Refused by its length before it is hashed, because hashing is what costs. */
export const Password = z
  .string()
  .min(SHORTEST_PASSWORD, `A password has at least ${SHORTEST_PASSWORD} characters.`)
  .max(LONGEST_PASSWORD, `A password has at most ${LONGEST_PASSWORD} characters.`)

const Name = z.string().trim().min(1, 'Please give your name.').max(LONGEST_NAME)

export const SignUp = z.object({
  name: Name,
  email: Email,
  password: Password,
})
/** A password that is too short is simply wrong here; only one too long is refused, because it would be hashed. */
export const SignIn = z.object({
  email: Email,
  password: z.string().min(1, 'Please give your password.').max(LONGEST_PASSWORD),
})
export const RequestReset = z.object({ email: Email })
export const ResetPassword = z.object({ token: z.string().min(1).max(LONGEST_TOKEN), password: Password })
export const ConfirmAddress = z.object({ token: z.string().min(1).max(LONGEST_TOKEN) })
export const ChangeAddress = z.object({ email: Email, password: Password })
export const ChangePassword = z.object({ password: Password, newPassword: Password })
export const Rename = z.object({ name: Name })
export const EndSession = z.object({ sessionId: z.string().max(LONGEST_ID).meta({ ref: 'sessions' }) })
export const LocalMails = z.object({ email: Email })

export const LocalMail = z.object({ id: z.string(), subject: z.string(), text: z.string(), sentAt: z.date() })

/** `lastUsedAt` is true to the day, because a session's end is written anew once a day. */
export const SessionShown = z.object({
  id: z.string(),
  device: z.string(),
  startedAt: z.date(),
  lastUsedAt: z.date(),
  isThis: z.boolean(),
})

/** `officeId` is the office that is open; null before the first one. */
export const WhoAmI = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string(), emailVerified: z.boolean() }),
  officeId: z.string().nullable(),
  offices: z.array(z.object({ id: z.string(), name: z.string(), slug: z.string(), role: z.enum(ROLES) })),
})
export type WhoAmI = z.infer<typeof WhoAmI>

export type ConfirmAddress = z.infer<typeof ConfirmAddress>
export type ChangeAddress = z.infer<typeof ChangeAddress>
export type ChangePassword = z.infer<typeof ChangePassword>
export type SessionShown = z.infer<typeof SessionShown>
export type SignUp = z.infer<typeof SignUp>
export type SignIn = z.infer<typeof SignIn>
export type RequestReset = z.infer<typeof RequestReset>
export type ResetPassword = z.infer<typeof ResetPassword>
