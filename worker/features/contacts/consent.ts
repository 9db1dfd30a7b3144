import type { z } from 'zod'
import { consentsOf } from '../../../db/queries/consents.ts'
import type { OfficeCtx } from '../../context.ts'
import { doStep, type Step, type StepNeeds } from '../acts/do-step.ts'
import { lineOf } from '../acts/line-of.ts'
import type { ConsentShown, contactId, GiveConsent } from './input.ts'
import { knownContact } from './read-contact.ts'

/** More than anybody says yes or no in a lifetime. */
const MOST_SHOWN = 100
const CHANNEL_WORDS = { email: 'email', sms: 'text messages', phone: 'phone calls', marketing: 'advertising' } as const

/** What counts now: the newest word of each channel. */
export async function consentOf(
  needs: Pick<OfficeCtx, 'db' | 'officeId'>,
  { id }: { id: z.infer<typeof contactId> },
): Promise<z.infer<typeof ConsentShown>[]> {
  await knownContact(needs, id)
  const all = await consentsOf(needs.db, needs.officeId, id, MOST_SHOWN)
  return all.filter(({ channel }, at) => all.findIndex((each) => each.channel === channel) === at)
}

/** Writes down what a person allowed or took back, and how that is known. What was said before stays to be read. */
export async function giveConsent(needs: StepNeeds, input: z.infer<typeof GiveConsent>): Promise<Step> {
  const { id: contactId, channel, isGiven, evidence } = input
  const contact = await knownContact(needs, contactId)
  const id = needs.newId()
  const by = { kind: 'member' as const, userId: needs.member.userId }
  const words = `${isGiven ? 'Allows' : 'Does not allow'} ${CHANNEL_WORDS[channel]}`
  const line = { contactId, kind: 'consent_changed' as const, entityId: id, title: `${words} (${evidence})` }
  const step = {
    title: `${contact.name}: ${words}`,
    record: 'contact' as const,
    id: contactId,
    topic: 'contact' as const,
  }
  return doStep(needs, step, [
    {
      table: 'consents',
      before: null,
      after: { id, contactId, channel, isGiven, evidence, by, at: needs.now().getTime() },
    },
    lineOf(needs, line),
  ])
}
