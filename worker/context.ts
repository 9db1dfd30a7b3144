import { type DatabaseEnv, openAll, openDirectory, openOffice } from '#open'
import { recordSentLocally } from '../db/queries/sent-locally.ts'
import type { Db } from '../db/schema/index.ts'
import type { Office } from '../db/schema/office.ts'
import { deskOf, diaryOf } from './desk-ports.ts'
import type { Env } from './env.ts'
import type { DiaryPort } from './features/appointments/diary.ts'
import type { Models, ModelUsage } from './features/assistant/models.ts'
import type { Bots } from './features/booking/bots.ts'
import type { Feeds } from './features/calendars/feeds.ts'
import type { Phone } from './features/customer-messages/phone.ts'
import type { Files } from './features/files/files.ts'
import type { Mail } from './features/inbox/mail.ts'
import type { Breaches } from './features/office/breaches.ts'
import type { Desk } from './features/office/desk.ts'
import type { OfficeSettings } from './features/office/rules/settings.ts'
import { ID_RANDOM_BYTES, idFrom, type OfficeId } from './kernel/ids.ts'
import { type Log, logFor } from './log.ts'
import { breachRange, noBreaches } from './providers/breach-range.ts'
import { calendarFeeds } from './providers/calendar-feeds.ts'
import { localBots } from './providers/local-bots.ts'
import { costOf } from './providers/models/prices.ts'
import { r2Files } from './providers/r2-files.ts'
import { turnstile } from './providers/turnstile.ts'
import type { Jobs } from './queue/outbox.ts'

type ProviderName = OfficeSettings['assistant']['provider']

/** The models that are asked when a deployment has the vendor's key. */
const OPENAI_MODEL = 'gpt-5.4-mini'
const ANTHROPIC_MODEL = 'claude-haiku-5-5'
const WORKERS_AI_MODEL = '@cf/meta/llama-3.3-70b-instruct-fp8-fast'

/** What every request has, whoever asks. */
export type Ctx = {
  env: Env
  directory: Db
  /** Every database of the deployment, for sweeps only. */
  databases: () => Db[]
  files: Files
  mail: Mail
  phone: Phone
  breaches: Breaches
  feeds: Feeds
  bots: Bots
  jobs: Jobs
  log: Log
  now: () => Date
  newId: () => string
  /** The same, speaking for one office. */
  forOffice: (office: Office) => OfficeCtx
}

/** What a request has once it is known for which office it speaks. */
export type OfficeCtx = Ctx & {
  office: Office
  officeId: OfficeId
  db: Db
  desk: Desk
  diary: DiaryPort
  /** The model the office chose; null when that is the built-in analyser, or when no key is set for it. */
  models: (provider: ProviderName) => Promise<Models | null>
  /** What an answer cost, in millionths of a US dollar. */
  modelCost: (asked: Models, usage: ModelUsage) => number
}

const newId = () => idFrom(Date.now(), crypto.getRandomValues(new Uint8Array(ID_RANDOM_BYTES)))

export function contextFor(env: Env, requestId: string): Ctx {
  const log = logFor(requestId)
  const directory = openDirectory(env)
  const ctx: Ctx = {
    env,
    directory,
    databases: () => openAll(env satisfies DatabaseEnv),
    files: r2Files(env.FILES),
    mail: mailBy(env, directory),
    phone: phoneBy(env, directory),
    breaches: env.BREACH_RANGE_URL ? breachRange(env.BREACH_RANGE_URL) : noBreaches,
    feeds: calendarFeeds({ isLocalAllowed: env.LOCAL_CALENDARS === 'yes' && env.STAGE !== 'production' }),
    bots: botsBy(env, log),
    jobs: queueJobs(env, log),
    log,
    now: () => new Date(),
    newId,
    forOffice: (office) => officeContext(ctx, office),
  }
  return ctx
}

function officeContext(ctx: Ctx, office: Office): OfficeCtx {
  return {
    ...ctx,
    office,
    officeId: office.id,
    db: openOffice(ctx.env, office),
    desk: deskOf(ctx, office.id),
    diary: diaryOf(ctx, office.id),
    models: (provider) => modelsOf(ctx.env, provider),
    modelCost: ({ provider, model }, usage) => costOf(provider, model, usage),
  }
}

/** How many messages one call to the queue takes. */
const QUEUE_BATCH = 100

function queueJobs(env: Env, log: Log): Jobs {
  return {
    async send(rows) {
      for (let i = 0; i < rows.length; i += QUEUE_BATCH) {
        const batch = rows.slice(i, i + QUEUE_BATCH).map(({ officeId, id }) => ({ body: { officeId, jobId: id } }))
        try {
          await env.JOBS.sendBatch(batch)
        } catch (error) {
          // The rows are written, so nothing is lost: the sweep sends them again.
          log.fault('jobs_not_sent', error, { count: batch.length })
        }
      }
    },
  }
}

/** Cloudflare carries mail where a sender is set; elsewhere it is kept in the list "Sent locally" and goes nowhere. */
function mailBy(env: Env, directory: Db): Mail {
  return {
    recognisesRepeats: !env.MAIL_FROM,
    async send(mail) {
      if (!env.MAIL_FROM) return recordSentLocally(directory, mail, new Date())
      const { cloudflareMail } = await import('./providers/cloudflare-email.ts')
      return cloudflareMail(env.MAIL, env.MAIL_FROM).send(mail)
    },
  }
}

/** Twilio carries texts where its account is set; elsewhere they are kept in the list "Sent locally" and go nowhere. */
function phoneBy(env: Env, directory: Db): Phone {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_FROM: from } = env
  if (!accountSid || !authToken || !from)
    return {
      recognisesRepeats: true,
      send: (text) => recordSentLocally(directory, { ...text, subject: '', channel: 'sms' }, new Date()),
    }
  const callbackUrl = `${env.PUBLIC_URL}/hooks/sms/twilio`
  return {
    recognisesRepeats: false,
    send: async (text) =>
      (await import('./providers/twilio.ts')).twilioPhone({ accountSid, authToken, from, callbackUrl }).send(text),
  }
}

/** Turnstile where a deployment has its keys; everywhere what can be told without asking anybody. */
function botsBy(env: Env, log: Log): Bots {
  const local = localBots(env.SECRET_KEY, () => new Date())
  const { TURNSTILE_SITE_KEY: siteKey, TURNSTILE_SECRET: secret } = env
  if (!siteKey || !secret) return local
  return turnstile({ siteKey, secret, onFault: (error) => log.fault('turnstile_not_asked', error) }, local)
}

/** A vendor's SDK is loaded with the first question to it, so that a request that asks none pays for none. */
async function modelsOf(env: Env, provider: ProviderName): Promise<Models | null> {
  if (provider === 'openai' && env.OPENAI_API_KEY)
    return (await import('./providers/openai.ts')).openaiModels({ apiKey: env.OPENAI_API_KEY, model: OPENAI_MODEL })
  if (provider === 'anthropic' && env.ANTHROPIC_API_KEY)
    return (await import('./providers/anthropic.ts')).anthropicModels({
      apiKey: env.ANTHROPIC_API_KEY,
      model: ANTHROPIC_MODEL,
    })
  if (provider === 'workers-ai' && env.AI)
    return (await import('./providers/workers-ai.ts')).workersAiModels({ ai: env.AI, model: WORKERS_AI_MODEL })
  return null
}
