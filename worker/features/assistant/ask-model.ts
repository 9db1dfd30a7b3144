import { modelCostBetween, recordModelCall } from '../../../db/queries/assistant.ts'
import type { Message } from '../../../db/schema/inbox.ts'
import type { OfficeCtx } from '../../context.ts'
import { sha256Hex } from '../../kernel/digest.ts'
import type { ModelFailure, ModelReading } from './models.ts'

/** A cent in the millionths of a dollar that calls are counted in. */
const MICROS_PER_CENT = 10_000

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'office' | 'models' | 'modelCost' | 'log' | 'now' | 'newId'>
export type Asked =
  /** The office wants the built-in analyser only. */
  | { reading: null; fellBack: null }
  | { reading: ModelReading; fellBack: null; reader: string }
  /** The built-in analyser's answer stands, and the intake says why. */
  | { reading: null; fellBack: ModelFailure | 'no_key' }

/** Asks the model that the office chose, within its monthly limit, and writes down what that cost. Never throws for it. */
export async function askModel(needs: Needs, message: Message): Promise<Asked> {
  const { db, officeId, office, models, modelCost, log, now, newId } = needs
  const { provider } = office.settings.assistant
  if (provider === 'built-in') return { reading: null, fellBack: null }
  const asked = await models(provider)
  if (!asked) return { reading: null, fellBack: 'no_key' }
  if (await isOverBudget(needs)) return { reading: null, fellBack: 'budget' }
  const answer = await asked.read(await questionAbout(needs, message))
  await recordModelCall(db, {
    ...{ officeId, id: newId(), messageId: message.id, model: asked.model, createdAt: now() },
    ...{ outcome: answer.ok ? 'ok' : answer.why, requestId: answer.requestId, ...answer.usage },
    costMicros: modelCost(asked, answer.usage),
  })
  if (answer.ok) return { reading: answer.reading, fellBack: null, reader: asked.model }
  log.note('model_did_not_answer', { officeId, messageId: message.id, why: answer.why })
  return { reading: null, fellBack: answer.why }
}

async function questionAbout({ officeId, office }: Needs, message: Message) {
  return {
    subject: message.subject,
    text: message.text,
    from: message.from.name || message.from.address,
    sentAt: (message.sentAt ?? message.at).toISOString(),
    timeZone: office.timeZone,
    officeHash: await sha256Hex(officeId),
  }
}

async function isOverBudget({ db, officeId, office, now }: Needs): Promise<boolean> {
  const at = now()
  const month = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1))
  const spent = await modelCostBetween(db, officeId, month, at)
  return spent >= office.settings.assistant.monthlyLimitCents * MICROS_PER_CENT
}
