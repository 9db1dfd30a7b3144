import type { DatabaseEnv } from '#open'
import type { OfficeDesk } from '../durable-objects/office-desk.ts'
import type { JobMessage } from './queue/jobs.ts'

/** The bindings of `wrangler.toml`, and the secrets that a deployment may set. */
export type Env = DatabaseEnv & {
  ASSETS: Fetcher
  FILES: R2Bucket
  JOBS: Queue<JobMessage>
  DESK: DurableObjectNamespace<OfficeDesk>
  MAIL: SendEmail
  AI?: Ai
  /** How often one place on the network may ask for free times. */
  SLOT_READS?: RateLimit
  STAGE: 'local' | 'test' | 'production'
  PUBLIC_URL: string
  INBOUND_DOMAIN: string
  /** At least 32 random characters; sessions, inbox secrets and links are derived from it. */
  SECRET_KEY: string
  /** The address that mails of the house itself come from; without it they stay in the local list. */
  MAIL_FROM?: string
  /** Where stolen passwords are asked for by five letters of their hash, such as `https://api.pwnedpasswords.com/range`. */
  BREACH_RANGE_URL?: string
  /** `yes` only in tests, which serve calendars on their own machine; elsewhere private addresses are refused. */
  LOCAL_CALENDARS?: string
  /** Both: whoever books proves to Turnstile that they are a person. */
  TURNSTILE_SITE_KEY?: string
  TURNSTILE_SECRET?: string
  OPENAI_API_KEY?: string
  ANTHROPIC_API_KEY?: string
  MAILGUN_SIGNING_KEY?: string
  SENDGRID_PUBLIC_KEY?: string
  /** Texts are sent by Twilio where all three are set; without them they stay in the local list. */
  TWILIO_ACCOUNT_SID?: string
  TWILIO_AUTH_TOKEN?: string
  TWILIO_FROM?: string
}
