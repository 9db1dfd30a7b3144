import { addOffice, officeById, officesOf, officesPerShard, openInSession } from '../../../db/queries/office.ts'
import type { Office } from '../../../db/schema/office.ts'
import type { Ctx } from '../../context.ts'
import { base32Of } from '../../kernel/base32.ts'
import { OfficeId } from '../../kernel/ids.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { AccountCtx } from '../../trpc/procedures.ts'
import { prepareDeals } from '../deals/prepare-deals.ts'
import type { CreateOffice } from './input.ts'
import { initialSettings } from './rules/settings.ts'
import { emptiestShard } from './rules/shard.ts'
import { slugOf } from './rules/slug.ts'

/** 120 bits make 24 letters: the key is all that a stranger needs to send mail in. */
const INBOX_KEY_BYTES = 15
const SLUG_SUFFIX_BYTES = 5
/** A slug with a random end is taken once in a trillion: more refusals than this are a fault. */
const SLUG_ATTEMPTS = 3

/**
 * Founds an office, with the caller as its owner, and opens it in their session. May be repeated with the same
 * `requestId`: an office that was half made is finished, and there is never a second one.
 */
export async function createOffice({ ctx, session }: AccountCtx, input: CreateOffice) {
  const officeId = OfficeId.parse(input.requestId)
  const office = (await officeById(ctx.directory, officeId)) ?? (await found(ctx, session.user.id, officeId, input))
  const mine = await officesOf(ctx.directory, session.user.id)
  if (!mine.some(({ id }) => id === officeId)) throw notFound('office')
  await prepareDeals(ctx.forOffice(office))
  await openInSession(ctx.directory, session.sessionId, officeId)
  return { officeId, slug: office.slug }
}

/** Writes the office, or answers the one that a simultaneous request wrote under the same id. */
async function found(ctx: Ctx, ownerId: string, officeId: OfficeId, input: CreateOffice): Promise<Office> {
  const { directory } = ctx
  const inboxKey = randomLetters(INBOX_KEY_BYTES)
  for (let attempt = 0; attempt < SLUG_ATTEMPTS; attempt += 1) {
    const office = await newOffice(ctx, officeId, input, attempt > 0)
    if (await addOffice(directory, { office, ownerId, inboxKey, inboxLabel: 'Main inbox' })) return office
    const existing = await officeById(directory, officeId)
    if (existing) return existing
  }
  throw new Error('No free slug was found for a new office.')
}

async function newOffice(ctx: Ctx, id: OfficeId, input: CreateOffice, slugIsTaken: boolean): Promise<Office> {
  const { name, timeZone, country, currency } = input
  const slug = slugIsTaken ? `${slugOf(name)}-${randomLetters(SLUG_SUFFIX_BYTES)}` : slugOf(name)
  const shard = emptiestShard(await officesPerShard(ctx.directory), ctx.databases().length)
  return {
    ...{ id, slug, name, timeZone, country, currency, shard },
    settings: initialSettings(),
    isDemo: false,
    requireSecondFactor: true,
    version: 1,
    createdAt: ctx.now(),
  }
}

const randomLetters = (bytes: number) => base32Of(crypto.getRandomValues(new Uint8Array(bytes)))
