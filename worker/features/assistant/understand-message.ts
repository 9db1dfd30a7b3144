import { isConflict } from '#dialect'
import { insertIntake, insertSuggestion, intakeOf } from '../../../db/queries/assistant.ts'
import { updateConversation } from '../../../db/queries/conversations.ts'
import { messageById } from '../../../db/queries/messages.ts'
import { alone, commit, joined, type Plan } from '../../../db/queries/plan.ts'
import type { NewIntake } from '../../../db/schema/assistant.ts'
import type { Conversation, Message } from '../../../db/schema/inbox.ts'
import type { OfficeCtx } from '../../context.ts'
import { dialledFrom } from '../../kernel/country.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { knownConversation } from '../inbox/read-conversation.ts'
import { askModel } from './ask-model.ts'
import { changesOf } from './decide.ts'
import { factsAbout } from './facts-about.ts'
import { planAction } from './plan-action.ts'
import { analyse } from './rules/built-in.ts'
import { MODEL_VERSION } from './rules/classify.ts'
import { confidenceOf } from './rules/confidence.ts'
import { groundReading } from './rules/ground-reading.ts'
import { gateAllows } from './rules/may-apply-itself.ts'
import type { Proposal } from './rules/proposals/proposal.ts'
import { proposeActions } from './rules/propose-actions.ts'

/** Two messages that name the same new address, understood at the same moment: the slower one looks again. */
const TRIES = 5

type Needs = Omit<OfficeCtx, 'files' | 'mail' | 'databases' | 'directory' | 'jobs'>

/**
 * Understands one message that arrived: what it wants, what it names, and what could be done. What may happen by itself
 * happens in the same write, the rest waits for a member. Safe to run twice: a message is understood once.
 */
export async function understandMessage(needs: Needs, messageId: string): Promise<void> {
  const { db, officeId } = needs
  const message = await messageById(db, officeId, messageId)
  if (!message) throw new Refusal('not_found', 'The message that this job is about does not exist.')
  if (await intakeOf(db, officeId, messageId)) return
  const understanding = await understand(needs, message)
  for (let tries = 1; ; tries++) {
    try {
      return await actUpon(needs, message, understanding)
    } catch (error) {
      if (!isConflict(error) || tries === TRIES) throw error
      // Another worker was faster with the same message; what it understood stands.
      if (await intakeOf(db, officeId, messageId)) return
    }
  }
}

/** Writes down what was understood, with what follows from it in the light of what the office knows at this moment. */
async function actUpon(needs: Needs, message: Message, { read, intake }: Understanding): Promise<void> {
  const { db, officeId, desk } = needs
  const conversation = await knownConversation(needs, message.conversationId)
  const facts = await factsAbout(needs, message, conversation)
  const proposals = proposeActions({ ...read, subject: message.subject, text: message.text }, facts).filter(
    isAboutSomebody,
  )
  const plan = joined(
    alone((db) => [
      insertIntake(db, intake),
      updateConversation(db, officeId, conversation.id, { intent: intake.intent }),
    ]),
    ...(await planProposals(needs, { message, conversation, intake, proposals })),
  )
  await commit(db, plan)
  await desk.announce([...plan.changes, ...changesOf({ id: intake.id, conversationId: conversation.id }, null)])
}

/** A mail that names no sender would make a contact without a name and an address. */
const isAboutSomebody = ({ action }: Proposal) =>
  action.kind !== 'create_contact' ||
  action.payload.name !== null ||
  action.payload.emails.length + action.payload.phones.length > 0

type Understanding = Awaited<ReturnType<typeof understand>>

/** The built-in analyser always reads; a model, where the office chose one, is held against it and against the text. */
async function understand(needs: Needs, message: Message) {
  const { officeId, office, now, newId } = needs
  const { subject, text, from, at, id: messageId } = message
  const country = dialledFrom(office.country)
  const builtIn = analyse(
    { subject, text, from: from.name ? `${from.name} <${from.address}>` : from.address, at: at.toISOString() },
    { now: now().toISOString(), timeZone: office.timeZone, ...(country && { country }) },
  )
  const asked = await askModel(needs, message)
  const model = asked.reading && groundReading(asked.reading, text)
  const flags = [...builtIn.flags, ...(message.isBulk ? ['bulk'] : [])]
  const { intent, confidence } = confidenceOf({ builtIn, model, flags: builtIn.flags })
  const said = model ?? { summary: builtIn.summaryQuotes, entities: builtIn.entities, language: builtIn.language }
  const { summary, entities, language } = said
  const read = { intent, confidence, entities, summary, flags, abstained: builtIn.abstained, urgent: builtIn.urgent }
  const intake: NewIntake = {
    ...{ officeId, id: newId(), messageId, intent, confidence, language, summary, entities, flags },
    reader: asked.reading ? asked.reader : `built-in ${MODEL_VERSION}`,
    fellBack: asked.fellBack,
    createdAt: now(),
  }
  return { read, intake }
}

type Understood = { message: Message; conversation: Conversation; intake: NewIntake; proposals: Proposal[] }

/** A suggestion for each proposal; those above the office's gate are carried out at once, with what it takes to undo them. */
async function planProposals(needs: Needs, { message, conversation, intake, proposals }: Understood): Promise<Plan[]> {
  const { officeId, office, now, newId } = needs
  const plans: Plan[] = []
  for (const { action, evidence, confidence } of proposals) {
    const id = newId()
    const { kind } = action
    const isAutomatic = gateAllows(office.settings.gate, { ...intake, kind, confidence })
    const by = { kind: 'assistant' as const, suggestionId: id }
    const plan = isAutomatic ? await planAction(needs, action, { suggestionId: id, message, conversation, by }) : null
    const suggestion = {
      ...{ officeId, id, intakeId: intake.id, messageId: message.id, conversationId: conversation.id },
      ...{ kind, action, evidence, confidence, effects: plan?.effects ?? [], createdAt: now() },
      ...(plan ? { status: 'accepted' as const, decidedAt: now() } : { status: 'waiting' as const }),
    }
    if (plan) plans.push(plan)
    plans.push(alone((db) => [insertSuggestion(db, suggestion)]))
  }
  return plans
}
