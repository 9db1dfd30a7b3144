import type { z } from 'zod'
import { isConflict } from '#dialect'
import { feedsOf, removeFeed, replaceFeed, setPrivacy } from '../../../db/queries/calendar-feeds.ts'
import { base32Of } from '../../kernel/base32.ts'
import { sha256Hex } from '../../kernel/digest.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { officeNote } from '../office/office-note.ts'
import type { FeedMade, FeedShown, FeedWanted, Whose } from './input.ts'
import { insistOnWhose, type Needs as WhoseNeeds } from './whose-calendar.ts'

const TOKEN_BYTES = 32

type Needs = WhoseNeeds & Pick<MemberCtx, 'env' | 'now' | 'newId' | 'desk'>

/** For whom there is an address, and since when: the address itself was told once and is not kept. */
export async function listFeeds({ directory, officeId }: Needs): Promise<z.infer<typeof FeedShown>[]> {
  return (await feedsOf(directory, officeId)).map(({ whose, whoId, privacy, createdAt }) => ({
    userId: whose === 'member' ? whoId : null,
    resourceId: whose === 'resource' ? whoId : null,
    ...{ privacy, createdAt },
  }))
}

/** A new secret address, told this once; an old one leads nowhere from now on. */
export async function makeFeed(needs: Needs, input: z.infer<typeof FeedWanted>): Promise<z.infer<typeof FeedMade>> {
  const { directory, officeId, env, now, newId } = needs
  const who = await insistOnWhose(needs, input)
  const token = base32Of(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES))).toLowerCase()
  const tokenHash = await sha256Hex(token)
  const feed = { officeId, id: newId(), ...who, tokenHash, privacy: input.privacy, createdAt: now() }
  try {
    await replaceFeed(directory, feed, officeNote(needs, 'calendar_address_made', who.whoId))
  } catch (error) {
    if (!isConflict(error)) throw error
    throw new Refusal('conflict', 'Somebody made an address just now. Look again.')
  }
  await tell(needs)
  return { address: `${env.PUBLIC_URL}/calendar/${token}.ics` }
}

/** What whoever has the address sees, from the next look on. */
export async function changePrivacy(needs: Needs, input: z.infer<typeof FeedWanted>): Promise<void> {
  const who = await insistOnWhose(needs, input)
  if (!(await setPrivacy(needs.directory, needs.officeId, who, input.privacy))) throw notFound('address')
  await tell(needs)
}

/** The address leads nowhere from now on. */
export async function revokeFeed(needs: Needs, input: z.infer<typeof Whose>): Promise<void> {
  const who = await insistOnWhose(needs, input)
  const note = officeNote(needs, 'calendar_address_ended', who.whoId)
  if (!(await removeFeed(needs.directory, needs.officeId, who, note))) throw notFound('address')
  await tell(needs)
}

const tell = ({ desk, officeId, member }: Needs) =>
  desk.announce([{ topic: 'calendar', ids: [officeId], by: member.userId }])
